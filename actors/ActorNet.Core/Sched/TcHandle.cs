using System.Globalization;

namespace ActorNet.Core.Sched;

/// <summary>Handles of qdiscs and classes: major in the high, minor in the low 16 bits (<c>TC_H_*</c>).</summary>
public static class TcHandle
{
    /// <summary>TC_H_ROOT.</summary>
    public const uint Root = 0xFFFF_FFFF;

    /// <summary>TC_H_INGRESS, and the parent of clsact: ffff:fff1.</summary>
    public const uint Ingress = 0xFFFF_FFF1;

    /// <summary>Ingress side of clsact: ffff:fff2.</summary>
    public const uint ClsactIngress = 0xFFFF_FFF2;

    /// <summary>Egress side of clsact: ffff:fff3.</summary>
    public const uint ClsactEgress = 0xFFFF_FFF3;

    /// <summary>Handle of ingress and clsact qdiscs: ffff:.</summary>
    public const uint IngressHandle = 0xFFFF_0000;

    /// <summary>Builds a handle.</summary>
    public static uint Make(uint major, uint minor) => (major << 16) | minor;

    /// <summary>The high half in place.</summary>
    public static uint Major(uint handle) => handle & 0xFFFF_0000;

    /// <summary>The low half.</summary>
    public static uint Minor(uint handle) => handle & 0xFFFF;

    /// <summary>Reads a class id as tc does: <c>root</c>, <c>none</c>, <c>1:10</c>, <c>1:</c>, <c>:10</c>, <c>10</c> (the last two mean the same), in hexadecimal.</summary>
    public static bool TryParseClassId(string text, out uint classId)
    {
        classId = text is "root" ? Root : 0;
        if (text is "root" or "none") return true;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return TryHexadecimal(text, out classId);
        if (!TryHalf(text[..colon], out var major) || !TryHalf(text[(colon + 1)..], out var minor) || text.Length == 1) return false;
        classId = Make(major, minor);
        return true;
    }

    private static bool TryHalf(string text, out uint half)
    {
        half = 0;
        return text.Length == 0 || (TryHexadecimal(text, out half) && half <= 0xFFFF);
    }

    private static bool TryHexadecimal(string text, out uint value)
    {
        var digits = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text.AsSpan(2) : text;
        return uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>As tc prints it: <c>1:</c>, <c>1:10</c>, <c>:10</c>, <c>root</c>, all in hexadecimal.</summary>
    public static string Format(uint handle)
    {
        if (handle == Root) return "root";
        if (handle == 0) return "none";
        var major = handle >> 16;
        var minor = handle & 0xFFFF;
        if (major == 0) return string.Create(CultureInfo.InvariantCulture, $":{minor:x}");
        if (minor == 0) return string.Create(CultureInfo.InvariantCulture, $"{major:x}:");
        return string.Create(CultureInfo.InvariantCulture, $"{major:x}:{minor:x}");
    }
}
