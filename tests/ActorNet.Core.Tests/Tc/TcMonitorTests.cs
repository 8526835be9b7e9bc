using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ActorNet.Core.Devices;
using ActorNet.Core.Iproute2;
using ActorNet.Core.Net;
using ActorNet.Core.Tc;
using ActorNet.Core.Tests.Iproute2.Observed;
using Shouldly;
using Xunit;

namespace ActorNet.Core.Tests.Tc;

/// <summary>What the kernel tells of changes, in its order and in the words of the real <c>tc monitor</c>.</summary>
public sealed partial class TcMonitorTests
{
    [Fact]
    [Trait("rule", "QD-06"), Trait("rule", "QD-07"), Trait("rule", "MIR-23")]
    public void Changes_of_qdiscs_filters_chains_and_actions_are_told_as_in_Linux() => Replay(TcMonitorTranscript.Text);

    [Fact]
    [Trait("rule", "QD-10"), Trait("rule", "HOOK-08")]
    public void Refused_commands_tell_only_what_was_done_on_the_way() => Replay(TcMonitorRefusalTranscript.Text);

    [Fact]
    public void Message_says_what_it_is_about()
    {
        using var lab = new TcBench();
        var told = new List<TcSubject>();
        lab.A.TcMessages = message => told.Add(message.Subject);

        lab.Tc(lab.A, "qdisc add dev va clsact", "filter add dev va egress protocol all prio 1 matchall action ok");

        told.ShouldBe([TcSubject.Qdisc, TcSubject.Chain, TcSubject.Filter]);
    }

    private static void Replay(string text)
    {
        var ns = new NetNamespace("box", seed: 1);
        ns.Register(new LoopbackDevice());
        var lab = new NetLab();
        lab.Add(ns);
        var session = new Iproute2Session(lab);
        var heard = new StringBuilder();
        ns.TcMessages = message => heard.Append(message.Text);
        var differences = new StringBuilder();
        foreach (var step in ("\n" + text).Split("\n$ ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = step.Split('\n');
            heard.Clear();
            session.ExecuteLine("box", lines[0]);
            var got = heard.Length == 0 ? [] : heard.ToString()[..^1].Split('\n').Select(static line => $"M: {Chosen().Replace(line, "8xxx: dev")}|").ToArray();
            if (!got.AsSpan().SequenceEqual(lines.AsSpan(1)))
                differences.Append(CultureInfo.InvariantCulture, $"$ {lines[0]}\n-- observed:\n{string.Join("\n", lines.Skip(1))}\n-- emulated:\n{string.Join('\n', got)}\n");
        }

        differences.ToString().ShouldBeEmpty();
    }

    [GeneratedRegex("\\b8[0-9a-f]{3}: dev", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Chosen();
}
