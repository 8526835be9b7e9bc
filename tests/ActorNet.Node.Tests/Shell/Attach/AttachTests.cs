using System.Text.Json;
using ActorNet.Node.Cli;
using ActorNet.Node.Shell.Attach;
using ActorNet.Node.State;
using ActorNet.Node.Tests.Harness;
using ActorNet.Node.Tests.Shell.Prompt;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Shell.Attach;

/// <summary>Shells on a topology that really runs.</summary>
public class AttachTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [SkippableFact]
    public async Task Lines_work_on_the_running_boxes()
    {
        Needs.Root();
        using var actornet = Up();
        await using var shell = await AttachAsync(actornet);

        // iproute2's words, in the first box
        (await DoAsync(shell, "ip -br link show dev ifb0")).ShouldContain("ifb0");
        (await DoAsync(shell, "ip -n lab -br link show dev ifb0")).ShouldContain("ifb0");
        (await shell.RunAsync("ip link set nowhere up", CancellationToken.None)).Error.ShouldBe("Cannot find device \"nowhere\"");
        shell.Place.ShouldBe($"{actornet.Name}:lab");

        // and traffic of the hosts is seen
        await DoAsync(shell, "listen ifb0");
        actornet.Do("exec", "alice", "--", "ping", "-c", "2", "-i", "0.2", "10.0.0.2");
        var frames = JsonDocument.Parse((await shell.RunAsync("sniff ifb0", CancellationToken.None)).Json!).RootElement;
        frames.EnumerateArray().Count(f => f.GetProperty("dir").GetString() == "out").ShouldBeGreaterThanOrEqualTo(2);
        await DoAsync(shell, "unlisten ifb0");
        (await DoAsync(shell, "queues ifb0")).ShouldContain("queue 0");
        (await DoAsync(shell, "inject ifb0 udp size 100 count 2")).ShouldContain("ok 2");
    }

    [SkippableFact]
    public async Task What_only_virtual_time_can_do_is_refused_with_a_reason()
    {
        Needs.Root();
        using var actornet = Up();
        await using var shell = await AttachAsync(actornet);

        foreach (var line in (string[])["advance 1s", "sleep 1s", "reset"])
        {
            var reply = await shell.RunAsync(line, CancellationToken.None);
            reply.Ok.ShouldBeFalse(line);
            reply.Error.ShouldMatch("real time|running topology");
        }
    }

    [SkippableFact]
    public async Task Hold_of_a_client_that_went_away_is_released()
    {
        Needs.Root();
        using var actornet = Up();

        // given: a shell that stops the ifb, so that no ping gets through
        var shell = await AttachAsync(actornet);
        await DoAsync(shell, "hold ifb0");
        actornet.Run("exec", "alice", "--", "ping", "-c", "1", "-W", "1", "10.0.0.2").ExitCode.ShouldNotBe(0);
        (await DoAsync(shell, "queues ifb0")).ShouldContain("pending");

        // when
        await shell.DisposeAsync();

        // then
        Wait.Until(() => actornet.Run("exec", "alice", "--", "ping", "-c", "1", "-W", "1", "10.0.0.2").ExitCode == 0, "ping through the released ifb");
    }

    [SkippableFact]
    public async Task Shells_are_bounded_and_one_that_ends_makes_room()
    {
        Needs.Root();
        using var actornet = Up();
        var shells = new List<AttachedRunner>();
        for (var i = 0; i < AttachedShells.Most; i++) shells.Add(await AttachAsync(actornet));

        // when
        var failure = await Should.ThrowAsync<NodeException>(() => AttachAsync(actornet));

        // then
        failure.Message.ShouldContain($"{AttachedShells.Most} shells are attached");
        foreach (var shell in shells) await shell.DisposeAsync();
        AttachedRunner? late = null;
        Wait.Until(() => (late = TryAttach(actornet)) is not null, "room for another shell");
        await late!.DisposeAsync();
    }

    [SkippableFact]
    public async Task Line_that_is_given_up_ends_in_the_daemon_too_and_the_next_one_works()
    {
        Needs.Root();
        using var actornet = Up();
        await using var shell = await AttachAsync(actornet);
        using var stop = new CancellationTokenSource();
        var endless = shell.RunAsync("inject ifb0 eth count 1000 gap 1s", stop.Token);

        // when
        await stop.CancelAsync();

        // then
        await Should.ThrowAsync<OperationCanceledException>(() => endless.WaitAsync(Patience));
        (await DoAsync(shell, "echo on")).ShouldBe("on\n");
    }

    [SkippableFact]
    public void Scripts_run_on_a_topology()
    {
        Needs.Root();
        using var actornet = Up();
        var script = Path.Combine(Path.GetTempPath(), actornet.Name + ".txt");
        File.WriteAllText(script, "ip -s link show dev ifb0\nuse lab\n! advance 1s\necho done\n");
        try
        {
            // when
            var lines = actornet.Do("shell", "--attach", actornet.Name, "--batch", script, "--json").Split('\n', StringSplitOptions.RemoveEmptyEntries);

            // then
            lines.Length.ShouldBe(4);
            using var first = JsonDocument.Parse(lines[0]);
            first.RootElement.GetProperty("output")[0].GetProperty("ifname").GetString().ShouldBe("ifb0");
            using var third = JsonDocument.Parse(lines[2]);
            third.RootElement.GetProperty("ok").GetBoolean().ShouldBeFalse();
            File.WriteAllText(script, "advance 1s\n");
            actornet.Run("shell", "--attach", actornet.Name, "--batch", script).ExitCode.ShouldBe(1);
        }
        finally
        {
            File.Delete(script);
        }

        actornet.Run("shell", "--attach", "nowhere", "--batch", "-").Error.ShouldContain("topology 'nowhere' is not running");
    }

    [SkippableFact]
    public void Prompt_on_a_topology_completes_its_devices()
    {
        Needs.Root();
        Needs.Program("setsid", "util-linux");
        using var actornet = Up();
        using var shell = new TerminalProgram(100, 30, [("XDG_STATE_HOME", Path.Combine(actornet.State, ".."))], "--config", actornet.Settings, "--state-dir", actornet.State, "shell", "--attach", actornet.Name);

        shell.UntilLine($"actornet {actornet.Name}:lab>");
        shell.Type("tc qdisc show dev if\t\r");
        shell.Until("qdisc tbf");
        shell.Type("exit\r");
        shell.UntilEnd();
    }

    private static Actornet Up()
    {
        var actornet = new Actornet();
        try
        {
            actornet.Do("up", "-d", actornet.Config("ifb-shaping"));
            return actornet;
        }
        catch
        {
            actornet.Dispose();
            throw;
        }
    }

    private static Task<AttachedRunner> AttachAsync(Actornet actornet) =>
        AttachedRunner.OpenAsync(new StateDirectory(actornet.State).SocketOf(actornet.Name), actornet.Name, json: false, CancellationToken.None);

    private static AttachedRunner? TryAttach(Actornet actornet)
    {
        try
        {
            return AttachAsync(actornet).GetAwaiter().GetResult();
        }
        catch (NodeException)
        {
            return null;
        }
    }

    private static async Task<string> DoAsync(AttachedRunner shell, string line)
    {
        var reply = await shell.RunAsync(line, CancellationToken.None).WaitAsync(Patience);
        reply.AsExpected.ShouldBeTrue($"{line}: {reply.Error}");
        return reply.Text;
    }
}
