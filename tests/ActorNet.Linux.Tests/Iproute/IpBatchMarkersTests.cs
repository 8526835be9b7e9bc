using ActorNet.Linux.Iproute;
using Shouldly;
using Xunit;

namespace ActorNet.Linux.Tests.Iproute;

public sealed class IpBatchMarkersTests
{
    private static readonly string[] Lines = ["first", "second", "third"];

    [Fact]
    public void Every_line_stands_between_markers()
    {
        const string M = IpBatchMarkers.Marker;
        IpBatchMarkers.Interleave(Lines, 1).ShouldBe($"{M}\nsecond\n{M}\nthird\n{M}\n");
    }

    [Fact]
    public void Complaints_of_markers_alone_mean_that_all_went_well()
    {
        var part = IpBatchMarkers.Read(Lines, 0, Run(Mark(1), Mark(3), Mark(5), Mark(7)));

        part.Done.ShouldBe(3);
        part.Failures.ShouldBeEmpty();
    }

    [Fact]
    public void Refused_line_is_named_with_all_its_sentences()
    {
        var part = IpBatchMarkers.Read(Lines, 0, Run(Mark(1), Mark(3), "Error: one.\nhint two\nCommand failed -:4\n", Mark(5), Mark(7)));

        part.Done.ShouldBe(3);
        part.Failures.ShouldBe([new IpBatchFailure(2, "second", "Error: one.; hint two")]);
    }

    [Fact]
    public void Warning_of_a_line_that_worked_is_not_laid_at_the_next_ones_door()
    {
        var part = IpBatchMarkers.Read(Lines, 0, Run(Mark(1), "warning of first\n", Mark(3), "real\nCommand failed -:4\n", Mark(5), Mark(7)));

        part.Failures.ShouldBe([new IpBatchFailure(2, "second", "real")]);
    }

    [Fact]
    public void Process_that_ended_in_a_line_leaves_the_rest_for_another_one()
    {
        var part = IpBatchMarkers.Read(Lines, 0, Run(Mark(1), Mark(3), "Error: cannot parse.\n"));

        part.Done.ShouldBe(2);
        part.Failures.ShouldBe([new IpBatchFailure(2, "second", "Error: cannot parse.")]);
    }

    [Fact]
    public void Position_that_cannot_be_is_only_a_sentence()
    {
        var part = IpBatchMarkers.Read(Lines, 0, Run(Mark(1), "Command failed -:0\nCommand failed -:99\nCommand failed -:2\n", Mark(3), Mark(5), Mark(5), Mark(7)));

        part.Done.ShouldBe(3);
        part.Failures.ShouldBe([new IpBatchFailure(1, "first", "Command failed -:0; Command failed -:99")]);
    }

    [Fact]
    public void Lines_of_a_later_process_keep_their_numbers()
    {
        var part = IpBatchMarkers.Read(Lines, 2, Run(Mark(1), "bad\nCommand failed -:2\n", Mark(3)));

        part.Done.ShouldBe(3);
        part.Failures.ShouldBe([new IpBatchFailure(3, "third", "bad")]);
    }

    [Fact]
    public void Process_that_never_read_a_line_is_an_error_of_the_whole() =>
        Should.Throw<IpBatchException>(() => IpBatchMarkers.Read(Lines, 0, Run("Cannot open network namespace \"x\": No such file or directory\n")))
            .Message.ShouldContain("Cannot open network namespace");

    private static string Mark(int position) => $"Object \"{IpBatchMarkers.Marker}\" is unknown, try \"ip help\".\nCommand failed -:{position}\n";

    private static IprouteRun Run(params string[] errors) => new("ip", 1, "", string.Concat(errors));
}
