using ActorNet.Core.Devices;
using ActorNet.Core.Net;
using ActorNet.Core.Sched;
using ActorNet.Core.Tc;
using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>How to mend a command that a box refused; looks at what exists in the lab at that moment.</summary>
internal static class Remedies
{
    /// <summary>
    /// Words that lines often hold; only for guessing what a misspelt one was meant to be. The last row is right on Linux, so no mistake in writing.
    /// </summary>
    private static readonly string[] Vocabulary =
    [
        "link", "addr", "address", "route", "netns", "qdisc", "filter", "class", "actions", "fdb",
        "add", "del", "delete", "set", "change", "replace", "show", "dev", "name", "type", "up", "down", "master", "nomaster", "peer",
        "mtu", "txqueuelen", "numtxqueues", "alias", "promisc", "root", "parent", "handle", "ingress", "egress", "protocol", "pref", "prio",
        "chain", "block", "match", "flowid", "action", "mirred", "redirect", "mirror", "pass", "drop", "pipe", "rate", "burst", "latency", "limit",
        "netem", "htb", "sfq", "flower", "basic", "police", "vlan", "vxlan",
    ];

    public static string For(BoxCommand command, Refusal refusal, NetNamespace ns, NetLab lab)
    {
        if (command is DeviceUp up && refusal.MissingDevice is not null)
            return $"Let setup neither delete, rename nor move {Phrases.Quote(up.Device)}: the topology brings it up by that name";
        if (refusal.MissingDevice is { } missing)
            return $"{Phrases.DidYouMean(missing, Names(ns))}Devices of {Phrases.Quote(ns.Name)} at this line: {Phrases.List(Names(ns))}";
        if (refusal.MissingNamespace is { } box)
            return $"{Phrases.DidYouMean(box, Names(lab))}Boxes: {Phrases.List(Names(lab))}";
        if (refusal.IsAboutMissingQdisc) return "Add it in an earlier line: tc qdisc add dev DEVICE clsact, or tc qdisc add dev DEVICE root ...";
        if (Specific(refusal.Sentence) is { } remedy) return remedy;
        var (kinds, names) = Choice(refusal.Sentence);
        var list = kinds.Length > 0 ? $"{kinds}: {string.Join(", ", names)}" : "Correct the line; 'actornet shell' takes the same commands, to try it out";
        return Misspelt(command, ns, names) + list;
    }

    private static string? Specific(string sentence)
    {
        if (Has(sentence, "Exclusivity flag on")) return "The device has one already: use tc qdisc replace, or delete the other first";
        return Has(sentence, "File exists") ? "Something of that name or number exists already: choose another one, or remove the line that made it" : null;
    }

    /// <summary>What could stand where the refused word stands, and what to call it.</summary>
    private static (string Kinds, IEnumerable<string> Names) Choice(string sentence)
    {
        if (Has(sentence, "qdisc kind is unknown") || Has(sentence, "Unknown qdisc")) return ("Qdiscs", QdiscKinds.Names);
        if (Has(sentence, "Unknown filter")) return ("Classifiers", ClassifierKinds.Names);
        return Has(sentence, "Unknown device type") ? ("Kinds of devices", DeviceKinds.Names) : ("", AllWords);
    }

    /// <summary>The first word of the line that is nothing known, but nearly.</summary>
    private static string Misspelt(BoxCommand command, NetNamespace ns, IEnumerable<string> names)
    {
        foreach (var word in command.Words.Skip(1))
        {
            // Words with digits are names, addresses and quantities.
            if (word.Length < 3 || !word.All(char.IsAsciiLetter) || AllWords.Contains(word, StringComparer.Ordinal) || ns.Find(word) is not null) continue;
            if (Phrases.Closest(word, names) is { } meant && !meant.StartsWith(word, StringComparison.Ordinal))
                return $"Did you mean {Phrases.Quote(meant)} instead of {Phrases.Quote(word)}? ";
        }

        return "";
    }

    private static IEnumerable<string> AllWords => Vocabulary.Concat(QdiscKinds.Names).Concat(ClassifierKinds.Names).Concat(DeviceKinds.Names);

    private static IEnumerable<string> Names(NetNamespace ns) => ns.Devices.Select(d => d.Name);

    private static IEnumerable<string> Names(NetLab lab) => lab.Namespaces.Select(n => n.Name);

    private static bool Has(string sentence, string part) => sentence.Contains(part, StringComparison.OrdinalIgnoreCase);
}
