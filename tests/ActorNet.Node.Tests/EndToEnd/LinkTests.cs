using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ActorNet.Node.Tests.Harness;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.EndToEnd;

/// <summary>Links between boxes, changed while real programs use them through real TAPs.</summary>
public sealed partial class LinkTests
{
    [SkippableFact]
    public void Ping_feels_every_change_of_a_link_and_events_tell_of_it()
    {
        Needs.Root();
        using var actornet = new Actornet();
        actornet.Do("up", "-d", actornet.Config("two-boxes-with-link"));
        // The first request for an address may come before the cable is in, and is repeated a second later.
        Ping(actornet);
        Ping(actornet).Fastest.ShouldBeLessThan(30);

        // when: delayed, both ways
        actornet.Do("link", "set", "left--right", "delay", "20ms").ShouldContain("left-to-right delay 20ms rate 20mbit latency 30ms (limit ");
        Ping(actornet).Fastest.ShouldBeInRange(40, 70);

        // when: one way more, TOPOLOGY in front
        actornet.Do("link", "set", $"{actornet.Name}/left-to-right", "delay", "60ms");
        Ping(actornet).Fastest.ShouldBeInRange(80, 110);

        // when: everything is lost
        actornet.Do("link", "set", actornet.Name, "left--right", "loss", "100%");
        Ping(actornet).Received.ShouldBe(0);

        // when: the file's again
        actornet.Do("link", "reset", "left--right");
        var back = Ping(actornet);
        back.Received.ShouldBe(5);
        back.Fastest.ShouldBeLessThan(30);

        // then
        using var show = JsonDocument.Parse(actornet.Do("link", "show", "left--right", "--json"));
        var link = show.RootElement.GetProperty("links")[0];
        link.GetProperty("changed").GetBoolean().ShouldBeFalse();
        var way = link.GetProperty("directions")[0];
        way.GetProperty("set").GetProperty("rate").GetString().ShouldBe("20mbit");
        way.GetProperty("limit").GetProperty("derived").GetBoolean().ShouldBeTrue();
        way.GetProperty("sentPackets").GetInt64().ShouldBeGreaterThan(10);
        way.GetProperty("dropped").GetInt64().ShouldBeGreaterThanOrEqualTo(5);
        actornet.Do("link", "show").ShouldContain("rate 20mbit latency 30ms");
        actornet.Do("show").ShouldContain("left-to-right");
        var events = actornet.Do("events");
        events.ShouldContain("the topology is up");
        events.ShouldContain("left--right loss 100%");
        events.ShouldContain("left--right reset");
    }

    [SkippableFact]
    public void Down_stops_a_running_ping_and_up_lets_it_go_on()
    {
        Needs.Root();
        using var actornet = new Actornet();
        actornet.Do("up", "-d", actornet.Config("two-boxes-with-link"));
        Ping(actornet);

        // given
        using var ping = Process.Start(actornet.Info([], ["exec", "alice", "--", "ping", "-i", "0.1", "-w", "20", "-O", "10.0.0.2"]))!;
        Line(ping, " bytes from");

        // when, then
        actornet.Do("link", "set", "left--right", "down");
        Line(ping, "no answer yet");
        actornet.Do("link", "set", "left--right", "up");
        Line(ping, " bytes from");
        ping.Kill(entireProcessTree: true);
    }

    [SkippableFact]
    public void A_schedule_runs_and_events_follow_it_to_the_end()
    {
        Needs.Root();
        using var actornet = new Actornet();
        actornet.Do("up", "-d", actornet.Topology(File.ReadAllText(Checkout.Config("two-boxes-with-link"))
            + "\nschedule = [ \"at 500ms: link left--right delay 30ms\", \"every 1s for 300ms: link left--right down from 1s until 2s\" ]"));

        // when
        using var events = Process.Start(actornet.Info([], ["events", "--follow", "--json"]))!;
        var kinds = new List<string>();
        string? line;
        while ((line = events.StandardOutput.ReadLine()) is not null)
        {
            using var happened = JsonDocument.Parse(line);
            var kind = happened.RootElement.GetProperty("kind").GetString()!;
            if (kind == "behind") continue;
            kinds.Add(kind);
            if (kind == "link-up") actornet.Do("down", actornet.Name);
        }

        // then
        kinds.ShouldBe(["up", "set", "link-down", "link-up", "down"]);
        events.WaitForExit(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        events.ExitCode.ShouldBe(0);
    }

    [SkippableFact]
    public void What_makes_no_sense_is_refused_with_a_remedy()
    {
        Needs.Root();
        using var actornet = new Actornet();
        actornet.Do("up", "-d", actornet.Config("two-boxes-with-link"));
        Refused(actornet, 1, "Did you mean 'left--right'?", "link", "set", "left--rihgt", "delay", "5ms");
        Refused(actornet, 2, "us, ms or s", "link", "set", "left--right", "delay", "5");
        Refused(actornet, 2, "Did you mean 'delay'?", "link", "set", "left--right", "dely", "5ms");
        Refused(actornet, 2, "say what is to happen", "link", "set", "left--right");
        Refused(actornet, 1, "Did you mean 'left-to-right'?", "link", "show", "left-to-rigth");
        Refused(actornet, 1, "is not running", "events", "nothing");
        using var ps = JsonDocument.Parse(actornet.Do("ps", "--json"));
        ps.RootElement[0].GetProperty("behind").GetProperty("drains").GetInt64().ShouldBeGreaterThanOrEqualTo(0);
    }

    private static void Refused(Actornet actornet, int code, string remedy, params string[] words)
    {
        var outcome = actornet.Run(words);
        outcome.ExitCode.ShouldBe(code, outcome.ToString());
        outcome.Error.ShouldContain(remedy);
    }

    private static void Line(Process process, string part)
    {
        string? line;
        do line = process.StandardOutput.ReadLine();
        while (line is not null && !line.Contains(part, StringComparison.Ordinal));
        line.ShouldNotBeNull($"ping ended without '{part}'");
    }

    private static (int Received, double Fastest) Ping(Actornet actornet)
    {
        var output = actornet.Run("exec", "alice", "--", "ping", "-c", "5", "-i", "0.1", "-W", "1", "10.0.0.2").Output;
        double[] times = [.. TimePattern().Matches(output).Select(m => double.Parse(m.Groups["ms"].Value, CultureInfo.InvariantCulture)).Order()];
        return (times.Length, times.Length == 0 ? 0 : times[0]);
    }

    [GeneratedRegex("time=(?<ms>[0-9.]+) ms", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TimePattern();
}
