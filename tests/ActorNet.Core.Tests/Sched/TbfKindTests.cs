using ActorNet.Core.Iproute2;
using ActorNet.Core.Sched;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Sched;

/// <summary>Words, complaints and prints of tbf, as observed on tc 6.1.</summary>
public sealed class TbfKindTests
{
    private const string Usage = "\nUsage: ... tbf limit BYTES burst BYTES[/BYTES] rate KBPS [ mtu BYTES[/BYTES] ]\n"
        + "\t[ peakrate KBPS ] [ latency TIME ] [ overhead BYTES ] [ linklayer TYPE ]";

    [Theory]
    [InlineData("", "tbf: the \"rate\" parameter is mandatory.\ntbf: the \"burst\" parameter is mandatory.\ntbf: either \"limit\" or \"latency\" is required." + Usage)]
    [InlineData("rate 1mbit", "tbf: the \"burst\" parameter is mandatory.\ntbf: either \"limit\" or \"latency\" is required." + Usage)]
    [InlineData("burst 10kb latency 5ms", "tbf: the \"rate\" parameter is mandatory." + Usage)]
    [InlineData("rate 1bit burst 10kb latency 5ms", "tbf: the \"rate\" parameter is mandatory." + Usage)]
    [InlineData("rate 1mbit burst 0 latency 5ms", "tbf: the \"burst\" parameter is mandatory." + Usage)]
    [InlineData("rate 1mbit burst 10k limit 0", "tbf: either \"limit\" or \"latency\" is required." + Usage)]
    [InlineData("rate 1mbit burst 10k latency 5ms peakrate 2mbit", "tbf: when \"peakrate\" is specified, \"mtu\" must also be specified." + Usage)]
    [InlineData("rate 1mbit burst 10kb limit 10kb latency 5ms", "tbf: specifying both \"limit\" and \"/latency\" is not allowed")]
    [InlineData("rate 1mbit burst 10kb latency 5ms limit 10kb", "tbf: specifying both \"latency\" and \"limit\" is not allowed")]
    [InlineData("rate 1mbit burst 10kb latency 5ms latency 10ms", "tbf: duplicate \"latency\" specification")]
    [InlineData("rate 1mbit rate 2mbit", "tbf: duplicate \"rate\" specification")]
    [InlineData("burst 10kb burst 10kb", "tbf: duplicate \"buffer/burst/maxburst\" specification")]
    [InlineData("rate xx", "tbf: illegal value for \"rate\": \"xx\"")]
    [InlineData("rate 10%", "tbf: illegal value for \"rate\": \"10%\"")]
    [InlineData("burst zz", "tbf: illegal value for \"burst\": \"zz\"")]
    [InlineData("burst 10k/7", "tbf: illegal value for \"burst\": \"10k/7\"")]
    [InlineData("burst 10k/", "tbf: illegal value for \"burst\": \"10k\"")]
    [InlineData("latency 100ns", "tbf: illegal value for \"latency\": \"100ns\"")]
    [InlineData("limit zz", "tbf: illegal value for \"limit\": \"zz\"")]
    [InlineData("peakrate zz", "tbf: illegal value for \"peakrate\": \"zz\"")]
    [InlineData("mtu zz", "tbf: illegal value for \"mtu\": \"zz\"")]
    [InlineData("mpu x", "tbf: illegal value for \"mpu\": \"x\"")]
    [InlineData("mpu 64 mpu 70", "tbf: duplicate \"mpu\" specification")]
    [InlineData("overhead 5 overhead 6", "tbf: duplicate \"overhead\" specification")]
    [InlineData("overhead 0x10", "tbf: illegal value for \"overhead\": \"0x10\"")]
    [InlineData("overhead x", "tbf: illegal value for \"overhead\": \"x\"")]
    [InlineData("linklayer x", "tbf: illegal value for \"linklayer\": \"x\"")]
    [InlineData("bla 3", "tbf: unknown parameter \"bla\"" + Usage)]
    [InlineData("rate", "Command line is not complete. Try option \"help\"")]
    public void Complains_in_tcs_words(string options, string complaint)
    {
        var words = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Should.Throw<Iproute2Exception>(() => new TbfKind().Parse(new ArgReader(words))).Message.ShouldBe(complaint);
    }

    [Theory]
    [Trait("rule", "TBF-07")]
    [InlineData("rate 8kbit burst 1514 latency 100ms", 1614U)]
    [InlineData("rate 1mbit burst 10k/8 latency 5ms peakrate 2mbit mtu 1514 overhead 20 mpu 64 linklayer atm", 2764U)]
    public void Latency_becomes_a_limit(string options, uint limit)
    {
        var parsed = (TbfOptions)new TbfKind().Parse(new ArgReader(options.Split(' ')))!;

        parsed.Limit.ShouldBe(limit);
    }

    [Theory]
    [Trait("rule", "TBF-07")]
    [InlineData("rate 8kbit burst 1514 latency 100ms", "rate 8Kbit burst 1514b lat 100ms ")]
    [InlineData("rate 8bit burst 10000 limit 20000", "rate 8bit burst 104b lat 2.72e+03s ")]
    [InlineData("rate 999bit burst 10000 limit 20000", "rate 992bit burst 9999b lat 80.6s ")]
    [InlineData("rate 9999 burst 10000 limit 20000", "rate 9992bit burst 9999b lat 8.01s ")]
    [InlineData("rate 2.5gbit burst 10000 limit 20000", "rate 2500Mbit burst 9687b lat 33us ")]
    [InlineData("rate 1tbit burst 10000 limit 20000", "rate 1Tbit burst 0b lat 0us ")]
    [InlineData("rate 1gbit burst 1mb limit 1mb", "rate 1Gbit burst 1048500b lat 0us ")]
    [InlineData("rate 1gbit burst 2g limit 2g", "rate 1Gbit burst 2048Mb lat 0us ")]
    [InlineData("rate 2mbit burst 20k limit 1k", "rate 2Mbit burst 20Kb limit 1Kb ")]
    [InlineData("rate 1mbit burst 10k/8 latency 5ms peakrate 2mbit mtu 1514 overhead 20 mpu 64 linklayer atm",
        "rate 1Mbit burst 11342b peakrate 2Mbit minburst 1696b lat 4.27ms overhead 20 linklayer atm ")]
    public void Prints_what_the_kernels_ticks_leave_of_it(string options, string print)
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root handle 1: tbf " + options);

        bench.Tc("qdisc show dev va").ShouldBe("qdisc tbf 1: root refcnt 2 " + print + "\n");
    }

    [Theory]
    [InlineData("rate 999bit burst 10000 limit 20000", "{\"rate\":124,\"burst\":9999,\"lat\":80645161}")]
    [InlineData("rate 8bit burst 10000 limit 20000", "{\"rate\":1,\"burst\":104,\"lat\":19895604650}")]
    [InlineData("rate 1kibps burst 10000 limit 20000", "{\"rate\":1024,\"burst\":9999,\"lat\":9765626}")]
    [InlineData("rate 2mbit burst 20k limit 1k", "{\"rate\":250000,\"burst\":20480,\"limit\":1024}")]
    [InlineData("rate 1mbit burst 10k/8 latency 5ms peakrate 2mbit mtu 1514 overhead 20 mpu 64 linklayer atm",
        "{\"rate\":125000,\"burst\":11342,\"minburst\":1696,\"lat\":4272,\"overhead\":20,\"linklayer\":\"atm\"}")]
    public void Prints_bytes_and_microseconds_in_JSON(string options, string json)
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root handle 1: tbf " + options);

        bench.Tc("-j qdisc show dev va").ShouldContain($"\"options\":{json}");
    }

    [Fact]
    public void Details_name_cell_mpu_and_link_layer()
    {
        using var bench = new QdiscBench();
        bench.Tc("qdisc add dev va root handle 1: tbf rate 1mbit burst 10k/8 latency 5ms peakrate 2mbit mtu 1514 overhead 20 mpu 64 linklayer atm");

        bench.Tc("-d qdisc show dev va").ShouldBe("qdisc tbf 1: root refcnt 2 rate 1Mbit burst 11342b/1 mpu 64b peakrate 2Mbit mtu 1696b/1 mpu 64b "
            + "lat 4.27ms overhead 20 linklayer atm \n");
        bench.Tc("-d -j qdisc show dev va").ShouldContain("{\"rate\":125000,\"burst\":\"11342b/1\",\"mpu\":64,\"mtu\":\"1696b/1\",\"mpu\":64,\"lat\":4272,"
            + "\"overhead\":20,\"linklayer\":\"atm\"}");
    }
}
