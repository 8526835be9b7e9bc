using ActorNet.Core.Iproute2;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

/// <summary>Pairs of words and prints observed on tc 6.1.</summary>
public sealed class UnitsTests
{
    [Theory]
    [InlineData("8bit", 1UL, "8bit")]
    [InlineData("999bit", 124UL, "992bit")]
    [InlineData("1000bit", 125UL, "1Kbit")]
    [InlineData("1001", 125UL, "1Kbit")]
    [InlineData("9999", 1249UL, "9992bit")]
    [InlineData("12345", 1543UL, "12344bit")]
    [InlineData("1500kbit", 187500UL, "1500Kbit")]
    [InlineData("1kbps", 1000UL, "8Kbit")]
    [InlineData("1kibit", 128UL, "1024bit")]
    [InlineData("1kibps", 1024UL, "8192bit")]
    [InlineData("1mibit", 131072UL, "1048Kbit")]
    [InlineData("1.5mbit", 187500UL, "1500Kbit")]
    [InlineData("100mbit", 12500000UL, "100Mbit")]
    [InlineData("1Gbit", 125000000UL, "1Gbit")]
    [InlineData("2.5gbit", 312500000UL, "2500Mbit")]
    [InlineData("40gbit", 5000000000UL, "40Gbit")]
    [InlineData("1tbit", 125000000000UL, "1Tbit")]
    [InlineData("1tbps", 1000000000000UL, "8Tbit")]
    [InlineData("1gibps", 1073741824UL, "8589Mbit")]
    [InlineData("32gibit", 4294967296UL, "34359Mbit")]
    public void Rate_reads_and_prints_as_tc_does(string word, ulong bytesPerSecond, string print)
    {
        Units.ParseRate(word).ShouldBe(bytesPerSecond);

        Units.FormatRate(bytesPerSecond).ShouldBe(print);
    }

    [Theory]
    [InlineData("1600", 1600U, "1600b")]
    [InlineData("1024", 1024U, "1Kb")]
    [InlineData("1023", 1023U, "1023b")]
    [InlineData("1039", 1039U, "1Kb")]
    [InlineData("1040", 1040U, "1040b")]
    [InlineData("65536", 65536U, "64Kb")]
    [InlineData("64kb", 65536U, "64Kb")]
    [InlineData("1mb", 1048576U, "1Mb")]
    [InlineData("10485750", 10485750U, "10Mb")]
    [InlineData("2g", 2147483648U, "2048Mb")]
    [InlineData("1K", 1024U, "1Kb")]
    [InlineData("1.5k", 1536U, "1536b")]
    [InlineData("1kbit", 128U, "128b")]
    [InlineData("1mbit", 131072U, "128Kb")]
    [InlineData("0.3kb", 307U, "307b")]
    [InlineData("0x10", 16U, "16b")]
    [InlineData("1e3", 1000U, "1000b")]
    public void Size_reads_and_prints_as_tc_does(string word, uint bytes, string print)
    {
        Units.ParseSize(word).ShouldBe(bytes);

        Units.FormatSize(bytes).ShouldBe(print);
    }

    [Theory]
    [InlineData("5", 5U, "5us")]
    [InlineData("999", 999U, "999us")]
    [InlineData("1500", 1500U, "1.5ms")]
    [InlineData("50ms", 50000U, "50ms")]
    [InlineData("999ms", 999000U, "999ms")]
    [InlineData("1.4s", 1400000U, "1.4s")]
    [InlineData("2sec", 2000000U, "2s")]
    [InlineData("100usecs", 100U, "100us")]
    [InlineData("100.5", 100U, "100us")]
    [InlineData("3.333s", 3333000U, "3.33s")]
    [InlineData("80.645161s", 80645161U, "80.6s")]
    [InlineData("2715735466", 2715735466U, "2.72e+03s")]
    public void Time_reads_and_prints_as_tc_does(string word, uint microseconds, string print)
    {
        Units.TryParseMicroseconds(word, out var read).ShouldBeTrue();

        read.ShouldBe(microseconds);
        Units.FormatMicroseconds(microseconds).ShouldBe(print);
    }

    [Theory]
    [InlineData("100ns", 100L, "100ns")]
    [InlineData("1500ns", 1500L, "1.5us")]
    [InlineData("5", 5000L, "5us")]
    [InlineData("50ms", 50_000_000L, "50ms")]
    [InlineData("1.4s", 1_400_000_000L, "1.4s")]
    public void Time_in_nanoseconds_keeps_what_microseconds_lose(string word, long nanoseconds, string print)
    {
        Units.ParseTime(word).ShouldBe(nanoseconds);

        Units.FormatTime(nanoseconds).ShouldBe(print);
    }

    [Theory]
    [InlineData("")]
    [InlineData("xx")]
    [InlineData("mbit")]
    [InlineData("10%")]
    [InlineData("-5mbit")]
    [InlineData("1mbitx")]
    [InlineData("1 mbit")]
    [InlineData("inf")]
    [InlineData("nan")]
    [InlineData("1e400")]
    [InlineData("1e30tbit")]
    [InlineData("0x")]
    public void What_is_no_rate_is_refused(string word)
    {
        Units.TryParseRate(word, out _).ShouldBeFalse();
        Should.Throw<Iproute2Exception>(() => Units.ParseRate(word)).Message.ShouldContain(word);
    }

    [Theory]
    [InlineData("4gb")]
    [InlineData("4294967296")]
    [InlineData("-1")]
    [InlineData("1tb")]
    [InlineData("zz")]
    public void What_is_no_size_is_refused(string word) => Units.TryParseSize(word, out _).ShouldBeFalse();

    [Fact]
    public void Nanoseconds_are_too_fine_for_microsecond_options()
    {
        Units.TryParseMicroseconds("100ns", out _).ShouldBeFalse();
        Units.TryParseMicroseconds("5000s", out _).ShouldBeFalse();
    }
}
