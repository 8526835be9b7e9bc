using Shouldly;
using Xunit;

namespace ActorNet.Hocon.Tests;

/// <summary>The settings that ship with the program.</summary>
public class ReferenceConfTests
{
    private static readonly HoconObject Settings = ReferenceConf.Read().Resolve().GetPath("actornet").AsObject();

    [Fact]
    public void The_defaults_are_those_of_the_design()
    {
        Settings.GetPath("engine.loops").AsString().ShouldBe("auto");
        Settings.GetPath("engine.throughput").AsInt64().ShouldBe(30);
        Settings.GetPath("engine.spin").AsDurationNanoseconds(requireUnit: true).ShouldBe(20_000);
        Settings.GetPath("engine.timer-lead").AsDurationNanoseconds(requireUnit: true).ShouldBe(100_000);
        Settings.GetPath("engine.busy-poll").AsBoolean().ShouldBeFalse();
        Settings.GetPath("engine.mailbox-limit").AsInt64().ShouldBe(1_000_000);
        Settings.GetPath("engine.name-threads").AsBoolean().ShouldBeTrue();
        Settings.GetPath("frames.pool-frames").AsInt64().ShouldBe(65536);
        Settings.GetPath("frames.pool-bytes").AsBytes(requireUnit: true).ShouldBe(256 << 20);
        Settings.GetPath("node.state-dir").AsString().ShouldBe("/run/actornet");
        Settings.GetPath("node.control-socket-mode").AsString().ShouldBe("0600");
        Settings.GetPath("node.log.level").AsString().ShouldBe("information");
        Settings.GetPath("node.log.file").AsString().ShouldBe("/var/log/actornet/actornet.log");
        Settings.GetPath("node.log.file-size").AsBytes(requireUnit: true).ShouldBe(10_000_000);
        Settings.GetPath("node.log.files").AsInt64().ShouldBe(5);
    }

    [Fact]
    public void Every_key_has_a_comment_above_it()
    {
        // given the lines of the shipped text that set a simple value
        var lines = ReferenceConf.Text.Split('\n').Select(l => l.Trim()).ToArray();
        // when, then
        var settings = Enumerable.Range(1, lines.Length - 1).Where(i => lines[i].Contains(" = ") && !lines[i].StartsWith('#')).ToList();
        settings.Count.ShouldBe(15);
        foreach (var i in settings) lines[i - 1].ShouldStartWith("#", Case.Sensitive, lines[i]);
    }

    [Fact]
    public void A_users_file_overrides_single_settings()
    {
        // given
        var user = HoconParser.ReadText("actornet.engine { spin = 1ms }", "user.conf");
        // when
        var engine = user.WithFallback(ReferenceConf.Read()).Resolve().GetPath("actornet.engine").AsObject();
        // then
        engine.GetPath("spin").AsDurationNanoseconds().ShouldBe(1_000_000);
        engine.GetPath("spin").Origin.File.ShouldBe("user.conf");
        engine.GetPath("throughput").Origin.File.ShouldBe(ReferenceConf.FileName);
    }
}
