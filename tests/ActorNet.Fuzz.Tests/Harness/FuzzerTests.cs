using Shouldly;
using Xunit;
using Xunit.Sdk;

namespace ActorNet.Fuzz.Tests.Harness;

/// <summary>The fuzzer itself: it finds, it shrinks, it says how to come back.</summary>
public sealed class FuzzerTests
{
    private const byte Poison = 0x42;

    [Fact]
    public void A_failure_is_shown_with_its_case_and_without_what_does_not_matter()
    {
        var fuzzer = Fuzzer.OfBytes("poison", static source => [.. source.Bytes(source.Below(50)), Poison, .. source.Bytes(source.Below(50))], static bytes =>
        {
            if (bytes.Contains(Poison)) throw new InvalidOperationException("poisoned");
        });

        var failure = Should.Throw<XunitException>(() => fuzzer.Run(10));

        failure.Message.ShouldContain($"poison: case {FuzzSettings.OnlyCase ?? 0} of seed {FuzzSettings.Seed} ");
        failure.Message.ShouldContain("fails; 1 of ");
        failure.Message.ShouldContain("as hexadecimal digits: 42\n");
        failure.InnerException.ShouldBeOfType<InvalidOperationException>().Message.ShouldBe("poisoned");
    }

    [Fact]
    public void Another_failure_is_not_taken_for_the_same_one()
    {
        // Without its end the input fails otherwise; that must not be what is shown.
        var fuzzer = Fuzzer.OfLines("two failures", static _ => ["a", "b", "c"], static lines =>
        {
            if (lines.Length < 3) throw new NotSupportedException("short");
            throw new InvalidOperationException("whole");
        });

        var failure = Should.Throw<XunitException>(() => fuzzer.Run(1));

        failure.InnerException.ShouldBeOfType<InvalidOperationException>();
        failure.Message.ShouldContain("a\nb\nc");
    }

    [Fact]
    public void A_case_is_the_same_whenever_it_is_made()
    {
        var once = ByteMutator.Mutate(new FuzzSource(7, 123), Corpus.Frames, 400);
        var again = ByteMutator.Mutate(new FuzzSource(7, 123), Corpus.Frames, 400);
        var another = ByteMutator.Mutate(new FuzzSource(8, 123), Corpus.Frames, 400);

        again.ShouldBe(once);
        another.ShouldNotBe(once);
    }
}
