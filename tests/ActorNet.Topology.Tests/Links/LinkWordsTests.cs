namespace ActorNet.Topology.Tests.Links;

public class LinkWordsTests
{
    [Theory]
    [InlineData("up", "up")]
    [InlineData("down", "down")]
    [InlineData("reset", "reset")]
    [InlineData("delay 20ms loss 1%", "delay 20ms loss 1%")]
    [InlineData("delay 20 ms jitter 5ms 25% normal", "delay 20ms jitter 5ms 25% normal")]
    [InlineData("reorder 25% gap 5 delay 1ms", "reorder 25% gap 5 delay 1ms")]
    [InlineData("rate none limit 500 packets", "rate none limit 500packets")]
    public void Words_are_read(string words, string change)
    {
        LinkWords.TryRead(words.Split(' '), out var read, out var fault, out _).ShouldBeTrue(fault?.ToString());
        read.ToString().ShouldBe(change);
    }

    [Theory]
    [InlineData("", 0, "what is to happen", "up, down, reset")]
    [InlineData("dely 20ms", 0, "'dely' is no setting of a link", "Did you mean 'delay'?")]
    [InlineData("dwon", 0, "'dwon' is no setting", "Did you mean 'down'?")]
    [InlineData("delay", 0, "delay has no value", "5ms")]
    [InlineData("delay loss 1%", 0, "delay has no value", "5ms")]
    [InlineData("delay 20", 1, "delay '20' is no time", "us, ms or s")]
    [InlineData("loss 1% delay 20", 3, "delay '20' is no time", "us, ms or s")]
    [InlineData("delay 20ms los 1%", 1, "'los' is no setting of a link", "Did you mean 'loss'?")]
    [InlineData("delay 20ms delay 30ms", 2, "delay is said twice", "Remove one")]
    [InlineData("down delay 20ms", 1, "'delay' behind down makes no sense", "End behind down")]
    public void What_makes_no_sense_is_refused_with_its_word(string words, int at, string what, string remedy)
    {
        LinkWords.TryRead(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), out _, out var fault, out var wrong).ShouldBeFalse();
        fault.ShouldNotBeNull().What.ShouldContain(what);
        fault.Remedy.ShouldContain(remedy);
        wrong.ShouldBe(at);
    }

    [Fact]
    public void Whatever_is_said_is_read_or_refused()
    {
        string[] words = [.. LinkSetting.Keys, "1%", "20ms", "5", "gap", "state", "gemodel", "normal", "none", "up", "", "packets", "->", "-1", "64kb", "1mbit", "%", "é"];
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            string[] said = [.. Enumerable.Range(0, random.Next(8)).Select(_ => words[random.Next(words.Length)])];
            var isRead = LinkWords.TryRead(said, out var change, out var fault, out var at);
            (change is not null, fault is null).ShouldBe((isRead, isRead), string.Join(' ', said));
            at.ShouldBeInRange(0, said.Length);
            if (isRead) LinkWords.TryRead(change!.ToString()!.Split(' '), out var again, out _, out _).ShouldBeTrue(change.ToString());
        }
    }
}
