using ActorNet.Linux.Iproute;
using ActorNet.Linux.Tests.Support;
using Shouldly;
using Xunit;

namespace ActorNet.Linux.Tests.Iproute;

public sealed class IpBatchTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [SkippableFact]
    public async Task All_lines_take_effect_in_the_namespace()
    {
        Root.Required();
        using var space = Unique.Namespace();

        var result = await new IpBatch(IprouteTool.Ip, space.Name)
            .Add("link", "add", "v0", "type", "veth", "peer", "name", "v1")
            .AddLine("# a comment of a person")
            .AddLine("")
            .Add("link", "set", "dev", "v0", "up")
            .AddLine("link show dev v1")
            .RunAsync(Long);

        result.Failures.ShouldBeEmpty();
        result.Succeeded.ShouldBeTrue();
        result.Output.ShouldContain("v1@v0");
    }

    [SkippableFact]
    public async Task Every_refused_line_is_named_with_the_words_of_iproute2_and_the_others_run()
    {
        Root.Required();
        using var space = Unique.Namespace();

        var result = await new IpBatch(IprouteTool.Ip, space.Name)
            .Add("link", "set", "dev", "none", "up")
            .Add("addr", "add", "300.1", "dev", "lo")
            .Add("addr", "add", "10.0.0.1/33", "dev", "lo")
            .Add("link", "set", "dev", "lo", "mtu", "x")
            .Add("nonsense", "x")
            .Add("link", "set", "dev", "lo", "up")
            .Add("addr", "add", "127.0.0.1/8", "dev", "lo")
            .Add("link", "add", "v0", "type", "veth")
            .RunAsync(Long);

        result.Failures.Select(failure => failure.LineNumber).ShouldBe([1, 2, 3, 4, 5, 7]);
        result.Failures[0].Sentence.ShouldContain("Cannot find device \"none\"");
        result.Failures[1].Sentence.ShouldContain("300.1");
        result.Failures[1].Line.ShouldBe("addr add 300.1 dev lo");
        result.Failures[4].Sentence.ShouldContain("nonsense");
        var check = await new IpBatch(IprouteTool.Ip, space.Name).Add("link", "show", "dev", "v0").RunAsync(Long);
        check.Succeeded.ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Tc_works_the_same_way()
    {
        Root.Required();
        using var space = Unique.Namespace();

        var result = await new IpBatch(IprouteTool.Tc, space.Name)
            .Add("qdisc", "add", "dev", "lo", "root", "pfifo", "limit", "x")
            .Add("qdisc", "add", "dev", "lo", "root", "pfifo", "limit", "7")
            .Add("qdisc", "show", "dev", "lo")
            .RunAsync(Long);

        result.Failures.ShouldHaveSingleItem().Sentence.ShouldContain("Illegal value");
        result.Output.ShouldContain("limit 7p");
    }

    [SkippableFact]
    public async Task Missing_namespace_is_an_error_of_the_whole_batch()
    {
        Root.Required();
        var batch = new IpBatch(IprouteTool.Ip, "actornet-test-none").Add("link", "show");

        (await Should.ThrowAsync<IpBatchException>(() => batch.RunAsync(Long))).Message.ShouldContain("actornet-test-none");
    }

    [SkippableFact]
    public async Task Batch_that_does_not_end_is_killed_and_says_so()
    {
        Root.Required();
        using var space = Unique.Namespace();
        var batch = new IpBatch(IprouteTool.Ip, space.Name).AddLine("monitor link");

        (await Should.ThrowAsync<IpBatchException>(() => batch.RunAsync(TimeSpan.FromMilliseconds(100)))).Message.ShouldContain("did not end");
    }

    [SkippableFact]
    public async Task Cancelled_batch_is_a_cancellation()
    {
        Root.Required();
        using var space = Unique.Namespace();
        using var stop = new CancellationTokenSource();
        var running = new IpBatch(IprouteTool.Ip, space.Name).AddLine("monitor link").RunAsync(Long, stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Empty_batch_starts_no_process() => (await new IpBatch(IprouteTool.Ip, "actornet-test-none").RunAsync(Long)).Succeeded.ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("eth0 up")]
    [InlineData("eth0\nlink del eth1")]
    [InlineData("eth0\0")]
    [InlineData("\"eth0")]
    [InlineData("eth0#")]
    [InlineData("eth0\\")]
    public void Word_that_would_be_more_than_a_word_is_refused(string word) =>
        Should.Throw<ArgumentException>(() => new IpBatch(IprouteTool.Ip).Add("link", "show", "dev", word));

    [Theory]
    [InlineData("link show\nlink del eth0")]
    [InlineData("link show\rlink")]
    [InlineData("link show \\")]
    [InlineData("link\0show")]
    public void Line_that_would_be_more_than_a_line_is_refused(string line) =>
        Should.Throw<ArgumentException>(() => new IpBatch(IprouteTool.Ip).AddLine(line));

    [Fact]
    public void Batch_and_line_have_limits()
    {
        var batch = new IpBatch(IprouteTool.Ip);
        for (int count = 0; count < IpBatch.MaxLines; count++) batch.AddLine("link");

        Should.Throw<InvalidOperationException>(() => batch.AddLine("link"));
        Should.Throw<ArgumentException>(() => new IpBatch(IprouteTool.Ip).AddLine(new string('x', IpBatch.MaxLineLength + 1)));
    }
}
