using ActorNet.Node.Cli;
using ActorNet.Node.Settings;
using Serilog.Events;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Settings;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Reference_is_complete()
    {
        // when
        var settings = SettingsReader.Read(null, "/somewhere");

        // then
        settings.StateDirectory.ShouldBe("/somewhere");
        settings.SpinNanoseconds.ShouldBe(20_000);
        settings.LogLevel.ShouldBe(LogEventLevel.Information);
        settings.LogFile.ShouldBe("/var/log/actornet/actornet.log");
        settings.LogFileSize.ShouldBe(10_000_000);
    }

    [Fact]
    public void User_file_overrides_what_it_names()
    {
        // given
        File.WriteAllText(_file, "actornet { engine { spin = 1ms, timer-lead = 50us }, node { state-dir = /elsewhere, log.level = debug } }");

        // when
        var settings = SettingsReader.Read(_file, null);

        // then
        settings.SpinNanoseconds.ShouldBe(1_000_000);
        settings.TimerLeadNanoseconds.ShouldBe(50_000);
        settings.LogLevel.ShouldBe(LogEventLevel.Debug);
        settings.LogFiles.ShouldBe(5);
    }

    [Theory]
    [InlineData("actornet.engine.spin = 20", ":1:")]
    [InlineData("actornet.engine.spin = 2s", "out of range")]
    [InlineData("actornet.engine.timer-lead = 11ms", "out of range")]
    [InlineData("actornet.engine.loops = 65", "Give 1 to 64")]
    [InlineData("actornet.frames.pool-frames = 1", "out of range")]
    [InlineData("actornet.node.stat-dir = /x", "there is no setting 'actornet.node.stat-dir'")]
    [InlineData("actornet.node.state-dir = x", "not an absolute path")]
    [InlineData("actornet.node.log.file = x", "not an absolute path")]
    [InlineData("actornet.node.log.level = loud", "no level of the log")]
    [InlineData("actornet.node.control-socket-mode = \"0666\"", "0600")]
    [InlineData("actornet {", ":1:")]
    public void Wrong_setting_is_refused_with_its_place(string text, string part)
    {
        // given
        File.WriteAllText(_file, text);

        // when
        var failure = Should.Throw<NodeException>(() => SettingsReader.Read(_file, null));

        // then
        failure.Message.ShouldContain(_file);
        failure.Message.ShouldContain(part);
    }
}
