using ActorNet.Core.Net;
using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>What names may look like. Each method says what is wrong, or null.</summary>
internal static class NameRules
{
    public const string NodeRemedy = "Use 1 to 15 letters, digits, '_', '.' and '-', starting with a letter or digit";
    public const string DeviceRemedy = "Use 1 to 15 bytes without white space, '/', ':' and '%', not starting with '-'";

    /// <summary>Devices: the kernel's rule, without names that a command line would take for a template or an option.</summary>
    public static string? DeviceFault(string name)
    {
        if (!DeviceName.IsValid(name) || name.Any(char.IsControl)) return $"{Phrases.Quote(name)} is no name for a device";
        if (name.Contains('%', StringComparison.Ordinal)) return $"{Phrases.Quote(name)} is a template, not a name";
        return name[0] == '-' ? $"{Phrases.Quote(name)} would be read as an option" : null;
    }

    /// <summary>Hosts and boxes: they name devices and namespaces, thus files too.</summary>
    public static string? NodeFault(string name)
    {
        var good = name.Length is > 0 and <= DeviceName.MaxBytes && char.IsAsciiLetterOrDigit(name[0])
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-');
        return good ? null : $"{Phrases.Quote(name)} is no name for a host or box";
    }

    /// <summary>Topologies: they name ledgers and sockets and start the names of namespaces.</summary>
    public static bool IsTopologyName(string name) => name.Length is > 0 and <= TopologyLimits.MaxNameLength
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && name[0] != '-' && name[^1] != '-';

    /// <summary>A permitted name made of whatever is given, for remedies.</summary>
    public static string SuggestTopologyName(string name)
    {
        var letters = name.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-');
        var made = string.Concat(letters.Take(TopologyLimits.MaxNameLength)).Trim('-');
        return made.Length == 0 ? "lab" : made;
    }
}
