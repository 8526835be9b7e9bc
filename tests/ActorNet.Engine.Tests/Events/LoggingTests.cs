using Shouldly;
using Xunit;

namespace ActorNet.Engine.Tests;

public class LoggingTests
{
    [Fact]
    public void An_actors_log_bears_its_path_level_and_formatted_text()
    {
        // Given
        using var lab = new Lab();
        var actor = lab.Make((me, _) =>
        {
            var log = me.Inside.GetLogger();
            log.Info("{0} and {1}", 1, "two");
            log.Error(new InvalidOperationException("why"), "bad {0}", 3);
            log.Debug("quiet");
            log.Warning("{0:F2}", 1.5);
        }, "logger");

        // When
        lab.Tell(actor, "x");

        // Then
        lab.Log.Select(entry => $"{entry.Level} {entry.Message}").ShouldBe(
            ["InfoLevel 1 and two", "ErrorLevel bad 3", "DebugLevel quiet", "WarningLevel 1.50"]);
        lab.Log.ShouldAllBe(entry => entry.Source == "akka://lab/user/logger");
        lab.Log[1].Cause!.Message.ShouldBe("why");
    }

    [Fact]
    public void A_level_that_is_off_formats_nothing()
    {
        // Given
        using var lab = new Lab(change: options => options with { LogLevel = LogLevel.WarningLevel });
        var log = lab.System.Log;

        // When
        log.Info("{0}", new Bomb());
        log.Debug("{0} {1}", new Bomb(), new Bomb());

        // Then
        lab.Log.ShouldBeEmpty();
        (log.IsDebugEnabled, log.IsInfoEnabled, log.IsWarningEnabled, log.IsErrorEnabled).ShouldBe((false, false, true, true));
        log.IsEnabled(LogLevel.InfoLevel).ShouldBeFalse();
    }

    [Fact]
    public void A_wrong_format_does_not_throw()
    {
        using var lab = new Lab();

        lab.System.Log.Info("{0} {7}", 1, 2);

        lab.Log.Single().Message.ShouldBe("{0} {7} [1, 2]");
    }

    [Fact]
    public void A_sink_that_throws_fails_nobody_and_is_counted()
    {
        // Given
        using var lab = new Lab(change: options => options with { LogSink = _ => throw new InvalidOperationException("disk full") });

        // When
        lab.System.Log.Error("x");

        // Then
        Loops.LoopSystem.Letters(lab.System).LostLogEntries.ShouldBe(1);
    }

    private sealed class Bomb
    {
        public override string ToString() => throw new InvalidOperationException("formatted");
    }
}
