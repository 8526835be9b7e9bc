using ActorNet.Node.Bench.Accuracy;
using ActorNet.Node.Cli;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Bench.Accuracy;

public sealed class AccuracyOptionsTests
{
    [Fact]
    public void Without_words_everything_is_measured_wherever_it_can_be()
    {
        var options = AccuracyOptions.Read([], null, userMode: false, 2, 1);

        options.Parts.ShouldBe([AccuracyPart.Delay, AccuracyPart.Loss, AccuracyPart.Rate]);
        options.Paths.ShouldBeNull();
    }

    [Fact]
    public void Words_choose_in_the_order_of_the_table()
    {
        var options = AccuracyOptions.Read(["rate", "delay"], "kernel,virtual", userMode: true, 5, 9);

        options.Parts.ShouldBe([AccuracyPart.Delay, AccuracyPart.Rate]);
        options.Paths.ShouldBe(["virtual", "kernel", "uml"], ignoreOrder: true);
        (options.Seconds, options.Seed).ShouldBe((5, 9UL));
    }

    [Theory]
    [InlineData("speed", null, 1, "choose from delay,loss,rate")]
    [InlineData("delay", "vde", 1, "choose from virtual,tap,tap-busy,kernel,uml")]
    [InlineData("delay", null, 0, "write 1 to 600")]
    [InlineData("delay", null, 601, "write 1 to 600")]
    public void Wrong_words_are_refused(string part, string? paths, int seconds, string remedy)
    {
        var refusal = Should.Throw<NodeException>(() => AccuracyOptions.Read([part], paths, userMode: false, seconds, 1));

        refusal.ExitCode.ShouldBe(ExitCodes.Usage);
        refusal.Message.ShouldContain(remedy);
    }
}
