using System.Diagnostics;
using System.Text.Json;
using ActorNet.Linux;
using ActorNet.Node.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.EndToEnd;

public sealed class UpDownTests
{
    [SkippableFact]
    public void Topology_goes_up_carries_pings_shows_itself_and_goes_down()
    {
        Needs.Root();
        using var actornet = new Actornet();

        // when
        actornet.Do("up", "-d", actornet.Config("ifb-shaping"));

        // then: hosts reach each other through the ifb
        actornet.Namespaces.ShouldBe([$"{actornet.Name}-alice", $"{actornet.Name}-bob"]);
        actornet.Do("exec", "alice", "--", "ping", "-c", "3", "-i", "0.2", "10.0.0.2").ShouldContain(" 0% packet loss");

        // and the counters say so in iproute2's words
        using var qdiscs = JsonDocument.Parse(actornet.Do("tc", "-n", "lab", "-s", "-j", "qdisc", "show", "dev", "ifb0"));
        var tbf = qdiscs.RootElement[0];
        tbf.GetProperty("kind").GetString().ShouldBe("tbf");
        tbf.GetProperty("packets").GetInt64().ShouldBeGreaterThanOrEqualTo(3);
        using var links = JsonDocument.Parse(actornet.Do("ip", "-n", $"{actornet.Name}/lab", "-s", "-j", "link", "show", "dev", "ifb0"));
        links.RootElement[0].GetProperty("ifname").GetString().ShouldBe("ifb0");

        // and show has the same
        using var show = JsonDocument.Parse(actornet.Do("show", actornet.Name, "--json"));
        var box = show.RootElement[0].GetProperty("boxes")[0];
        box.GetProperty("devices").EnumerateArray().Select(d => d.GetProperty("name").GetString()).ShouldBe(["lo", "alice", "bob", "br0", "ifb0"], ignoreOrder: true);
        box.GetProperty("actions")[0].GetProperty("packets").GetInt64().ShouldBeGreaterThanOrEqualTo(3);
        actornet.Do("show").ShouldContain("egress redirect to ifb0");

        // and ps lists it
        using var ps = JsonDocument.Parse(actornet.Do("ps", "--json"));
        var line = ps.RootElement[0];
        line.GetProperty("name").GetString().ShouldBe(actornet.Name);
        line.GetProperty("state").GetString().ShouldBe("running");
        line.GetProperty("hosts").EnumerateArray().Select(h => h.GetString()).ShouldBe(["alice", "bob"]);
        line.GetProperty("boxes").EnumerateArray().Select(b => b.GetString()).ShouldBe(["lab"]);
        line.GetProperty("node").GetString().ShouldBe(Environment.MachineName);
        var pid = line.GetProperty("pid").GetInt32();

        // and the daemon is cut loose from whoever started it
        File.ReadAllText($"/proc/{pid}/stat").Split(") ")[1].Split(' ')[3].ShouldBe(pid.ToString(), "it leads a session of its own");
        new FileInfo($"/proc/{pid}/fd/0").LinkTarget.ShouldBe("/dev/null");
        new FileInfo($"/proc/{pid}/fd/1").LinkTarget.ShouldBe(Path.Combine(actornet.State, actornet.Name + ".out"));

        // when
        actornet.Do("down", actornet.Name);

        // then
        actornet.Namespaces.ShouldBeEmpty();
        actornet.StateFiles.ShouldBeEmpty();
        ProcessHandle.Open(pid).ShouldBeNull();
    }

    [SkippableFact]
    public void Running_box_is_reconfigured_and_refusals_are_those_of_iproute2()
    {
        Needs.Root();
        using var actornet = new Actornet();
        actornet.Do("up", "-d", actornet.Config("ifb-shaping"));

        // when
        actornet.Do("tc", "-n", "lab", "qdisc", "change", "dev", "ifb0", "root", "tbf", "rate", "10mbit", "burst", "64kb", "latency", "50ms");

        // then
        actornet.Do("tc", "qdisc", "show", "dev", "ifb0").ShouldContain("rate 10Mbit");
        var refused = actornet.Run("ip", "-n", "lab", "link", "set", "nowhere", "up");
        refused.ExitCode.ShouldNotBe(0);
        refused.Error.ShouldContain("Cannot find device \"nowhere\"");
        actornet.Run("exec", "alice", "--", "sh", "-c", "exit 42").ExitCode.ShouldBe(42);
        actornet.Run("exec", "alice", "--", "no-such-program").ExitCode.ShouldNotBe(0);
        actornet.Run("exec", "alice").ExitCode.ShouldBe(2);
    }

    [SkippableFact]
    public void Second_start_of_the_same_name_is_refused_and_harms_nothing()
    {
        Needs.Root();
        using var actornet = new Actornet();
        var file = actornet.Config("ifb-shaping");
        actornet.Do("up", "-d", file);

        // when
        var detached = actornet.Run("up", "-d", file);
        var foreground = actornet.Run("up", file);

        // then
        detached.ExitCode.ShouldBe(1);
        detached.Error.ShouldContain("is running already");
        foreground.ExitCode.ShouldBe(1);
        foreground.Error.ShouldContain("is running already");
        actornet.Do("exec", "alice", "--", "ping", "-c", "1", "10.0.0.2");
    }

    [SkippableFact]
    public async Task Two_starts_at_the_same_moment_give_one_topology()
    {
        Needs.Root();
        using var actornet = new Actornet();
        var file = actornet.Config("ifb-shaping");

        // when
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => actornet.Run("up", "-d", file))));

        // then
        outcomes.Count(o => o.ExitCode == 0).ShouldBe(1, string.Join('\n', outcomes.Select(o => o.ToString())));
        actornet.Do("exec", "alice", "--", "ping", "-c", "1", "10.0.0.2");
    }

    [SkippableFact]
    public void Name_that_a_stranger_has_is_refused_and_the_stranger_is_left_alone()
    {
        Needs.Root();
        using var actornet = new Actornet();
        using var stranger = new Stranger($"{actornet.Name}-bob");

        // when
        var outcome = actornet.Run("up", "-d", actornet.Config("ifb-shaping"));

        // then
        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain($"'{stranger.Name}' exists already");
        actornet.Namespaces.ShouldBe([stranger.Name]);
        actornet.StateFiles.ShouldBeEmpty();
        stranger.ShouldBeUntouched();
    }

    [SkippableTheory]
    [InlineData("INT", 1)]
    [InlineData("INT", 3)]
    [InlineData("TERM", 1)]
    public void Signal_takes_the_foreground_down_and_exits_0(string signal, int times)
    {
        Needs.Root();
        using var actornet = new Actornet();

        // given
        using var process = Process.Start(actornet.Info([], ["up", actornet.Config("ifb-shaping")]))!;
        process.StandardOutput.ReadLine().ShouldBe($"{actornet.Name} is up; Ctrl-C takes it down.");
        actornet.Namespaces.Length.ShouldBe(2);

        // when
        for (var i = 0; i < times; i++) Programs.Run("kill", "-" + signal, process.Id.ToString());

        // then
        process.WaitForExit(TimeSpan.FromMinutes(1)).ShouldBeTrue();
        process.ExitCode.ShouldBe(0);
        actornet.Namespaces.ShouldBeEmpty();
        actornet.StateFiles.ShouldBeEmpty();
    }

    [SkippableFact]
    public void Programs_left_in_hosts_end_with_the_topology()
    {
        Needs.Root();
        using var actornet = new Actornet();
        actornet.Do("up", "-d", actornet.Config("ifb-shaping"));

        // given
        using var left = Process.Start(actornet.Info([], ["exec", "bob", "--", "sleep", "1000"]))!;
        Wait.Until(() => Programs.Run("ip", "netns", "pids", actornet.Namespaces[1]).Output.Length > 0, "sleep runs");

        // when
        actornet.Do("down", actornet.Name);

        // then
        left.WaitForExit(TimeSpan.FromMinutes(1)).ShouldBeTrue();
        left.ExitCode.ShouldBe(137, "ended by SIGKILL");
    }

    [SkippableFact]
    public void Interface_deleted_by_hand_does_not_hinder_the_rest()
    {
        Needs.Root();
        using var actornet = new Actornet();
        actornet.Do("up", "-d", actornet.Config("shared-bottleneck"));

        // when
        actornet.Do("exec", "ben", "--", "ip", "link", "del", "eth0");

        // then
        actornet.Do("exec", "ann", "--", "ping", "-c", "2", "-i", "0.2", "10.0.0.9").ShouldContain(" 0% packet loss");
        actornet.Do("down", actornet.Name);
        actornet.Namespaces.ShouldBeEmpty();
    }

    [SkippableFact]
    public void Topology_without_hosts_needs_no_network()
    {
        Needs.Root();
        using var actornet = new Actornet();

        // when
        actornet.Do("up", "-d", actornet.Topology("boxes { lab { setup = \"ip link add d0 type dummy\" } }"));

        // then
        actornet.Do("ip", "link", "show", "dev", "d0").ShouldContain("d0:");
        actornet.Namespaces.ShouldBeEmpty();
    }
}
