using ActorNet.Linux;
using ActorNet.Node.Hosting;
using ActorNet.Node.State;
using ActorNet.Node.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.EndToEnd;

/// <summary>kill -9 at every place of a topology's life: gc removes what was made, and nothing else.</summary>
public sealed class CrashTests
{
    public static TheoryData<string> Places() => new([.. FaultPoint.Places]);

    [SkippableTheory]
    [MemberData(nameof(Places))]
    public void Whatever_a_killed_daemon_leaves_is_cleaned_up(string place)
    {
        Needs.Root();
        using var actornet = new Actornet();
        using var stranger = new Stranger($"{actornet.Name}x");

        // given
        var up = actornet.Run([(FaultPoint.Variable, place)], ["up", "-d", actornet.Config("ifb-shaping")]);
        if (place.StartsWith("down:", StringComparison.Ordinal))
        {
            up.ExitCode.ShouldBe(0, up.ToString());
            actornet.Run("down", actornet.Name).ExitCode.ShouldNotBe(0);
        }

        Wait.Until(() => !File.Exists(Path.Combine(actornet.State, actornet.Name + ".json")) || !IsAlive(actornet), "the daemon is dead");

        // when
        var outcome = actornet.Run("gc", "--json");

        // then
        outcome.ExitCode.ShouldBe(0, outcome.ToString());
        actornet.Namespaces.ShouldBeEmpty();
        actornet.StateFiles.ShouldBeEmpty();
        stranger.ShouldBeUntouched();

        // and the same topology starts again
        actornet.Do("up", "-d", actornet.Config("ifb-shaping"));
        actornet.Do("down", actornet.Name);
    }

    [SkippableFact]
    public void Fault_point_kills_the_daemon_so_the_tests_above_test_something()
    {
        Needs.Root();
        using var actornet = new Actornet();

        // when
        var up = actornet.Run([(FaultPoint.Variable, "after:hosts")], ["up", "-d", actornet.Config("ifb-shaping")]);

        // then
        up.ExitCode.ShouldBe(1);
        up.Error.ShouldContain("gc");
        actornet.Namespaces.Length.ShouldBe(2);
        actornet.Do("ps").ShouldContain("dead");
    }

    [SkippableFact]
    public void Namespace_that_a_stranger_made_under_our_name_afterwards_is_left_alone()
    {
        Needs.Root();
        using var actornet = new Actornet();
        actornet.Run([(FaultPoint.Variable, "after:hosts")], ["up", "-d", actornet.Config("ifb-shaping")]);

        // given
        Programs.Run("ip", "netns", "del", $"{actornet.Name}-alice").ExitCode.ShouldBe(0);
        using (var stranger = new Stranger($"{actornet.Name}-alice"))
        {
            // when
            var outcome = actornet.Run("gc");

            // then
            outcome.ExitCode.ShouldBe(0);
            outcome.Output.ShouldContain("NotOurs");
            actornet.Namespaces.ShouldBe([stranger.Name]);
            stranger.ShouldBeUntouched();
        }

        actornet.StateFiles.ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    public void Daemon_killed_in_the_middle_of_making_hosts_is_cleaned_up_after(int made)
    {
        Needs.Root();
        using var actornet = new Actornet();
        var names = Enumerable.Range(0, 20).Select(i => $"h{i}").ToArray();
        var file = actornet.Topology($"hosts {{ {string.Join(", ", names.Select(n => n + " { }"))} }}\nboxes {{ lab {{ ports = [{string.Join(", ", names)}] }} }}");

        // given
        var starting = Task.Run(() => actornet.Run("up", "-d", file));
        Wait.Until(() => starting.IsCompleted || actornet.Namespaces.Length >= made, "hosts are being made");
        if (DaemonOf(actornet) is { } pid)
        {
            using var daemon = ProcessHandle.Open(pid);
            daemon?.Kill();
            daemon?.WaitForExit(TimeSpan.FromMinutes(1)).ShouldBeTrue();
        }

        starting.Wait(TimeSpan.FromMinutes(1)).ShouldBeTrue();

        // when
        actornet.Do("gc");

        // then
        actornet.Namespaces.ShouldBeEmpty();
        actornet.StateFiles.ShouldBeEmpty();
    }

    [SkippableFact]
    public void Running_topology_is_none_of_gc_s_business()
    {
        Needs.Root();
        using var actornet = new Actornet();
        actornet.Do("up", "-d", actornet.Config("ifb-shaping"));

        // when
        actornet.Do("gc").ShouldContain("running");

        // then
        actornet.Do("exec", "alice", "--", "ping", "-c", "1", "10.0.0.2");
    }

    [SkippableTheory]
    [InlineData("", 0)]
    [InlineData("{\"led", 0)]
    [InlineData("no ledger at all\n", 1)]
    public void Damaged_ledger_is_reported_unless_nothing_can_have_been_made(string content, int exitCode)
    {
        Needs.Root();
        using var actornet = new Actornet();
        Directory.CreateDirectory(actornet.State);
        var ledger = Path.Combine(actornet.State, actornet.Name + ".ledger");
        File.WriteAllText(ledger, content);

        // when
        var outcome = actornet.Run("gc");

        // then
        outcome.ExitCode.ShouldBe(exitCode, outcome.ToString());
        File.Exists(ledger).ShouldBe(exitCode != 0);
        File.Delete(ledger);
    }

    private static bool IsAlive(Actornet actornet)
    {
        if (DaemonOf(actornet) is not { } pid) return false;
        using var daemon = ProcessHandle.Open(pid);
        return daemon is not null;
    }

    private static int? DaemonOf(Actornet actornet) => new StateDirectory(actornet.State).Read(actornet.Name)?.Pid;
}
