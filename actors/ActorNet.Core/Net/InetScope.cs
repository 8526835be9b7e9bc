using System.Globalization;

namespace ActorNet.Core.Net;

/// <summary>How far an address means something (<c>RT_SCOPE_*</c>): the larger the number, the nearer.</summary>
public enum InetScope : byte
{
    /// <summary>Everywhere.</summary>
    Global = 0,

    /// <summary>Within the site.</summary>
    Site = 200,

    /// <summary>On this link.</summary>
    Link = 253,

    /// <summary>In this machine.</summary>
    Host = 254,

    /// <summary>Nowhere.</summary>
    Nowhere = 255,
}

/// <summary>Scopes in words.</summary>
public static class InetScopes
{
    private static readonly (string Name, InetScope Scope)[] Known =
        [("global", InetScope.Global), ("site", InetScope.Site), ("link", InetScope.Link), ("host", InetScope.Host), ("nowhere", InetScope.Nowhere)];

    /// <summary>Reads a scope's name, or its number from 0 to 255.</summary>
    public static bool TryParse(string text, out InetScope scope)
    {
        foreach (var (name, known) in Known)
        {
            scope = known;
            if (string.Equals(name, text, StringComparison.Ordinal)) return true;
        }

        var isNumber = byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        scope = (InetScope)number;
        return isNumber;
    }

    /// <summary>A scope's name, or its number when it has none.</summary>
    public static string Name(InetScope scope) => Array.Find(Known, k => k.Scope == scope).Name ?? ((byte)scope).ToString(CultureInfo.InvariantCulture);
}
