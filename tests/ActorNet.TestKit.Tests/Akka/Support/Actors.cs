namespace ActorNet.Engine.TestKit.Tests;

/// <summary>Answers each message with itself.</summary>
internal sealed class Echo : UntypedActor
{
    protected override void OnReceive(object message) => Sender.Tell(message);
}

/// <summary>Answers each message with itself after a time.</summary>
internal sealed class SlowEcho(TimeSpan delay) : UntypedActor
{
    protected override void OnReceive(object message) => Context.System.Scheduler.ScheduleTellOnce(delay, Sender, message, Self);
}

/// <summary>Says so in its log, or fails, as it is told.</summary>
internal sealed class Talker : ReceiveActor
{
    public Talker()
    {
        var log = Context.GetLogger();
        Receive<LogLevel>(level => log.Log(level, null, $"said at {level}"));
        Receive<Exception>(e => throw e);
        Receive<string>(text => log.Warning(text));
    }
}

internal static class Failures
{
    /// <summary>The text of the failure that an action ends in.</summary>
    public static string Of(Action action) => Xunit.Assert.ThrowsAny<Xunit.Sdk.XunitException>(action).Message;
}

internal static class Span
{
    public static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
