using System.Globalization;
using ActorNet.Core.Sched;

namespace ActorNet.Core.Iproute2;

/// <summary>Handles in words: hexadecimal, major and minor parted by a colon (<c>get_qdisc_handle</c>, <c>get_tc_classid</c>).</summary>
internal static class TcHandleWords
{
    /// <summary>Reads the handle of a qdisc: <c>1:</c> or <c>1</c>; what follows the colon is not looked at. <c>none</c> is 0.</summary>
    public static bool TryParseQdisc(string text, out uint handle)
    {
        handle = 0;
        if (text is "none") return true;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (!TryHalf(colon < 0 ? text : text[..colon], out var major)) return false;
        handle = TcHandle.Make(major, 0);
        return true;
    }

    /// <summary>Reads a class: <c>1:10</c>, <c>:10</c>, <c>1:</c>, <c>root</c> or <c>none</c>; a number without a colon is the whole of it.</summary>
    public static bool TryParseClass(string text, out uint handle)
    {
        handle = 0;
        if (text is "root") handle = TcHandle.Root;
        if (text is "root" or "none") return true;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return text.Length > 0 && uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out handle);
        if (!TryHalf(text[..colon], out var major) || !TryHalf(text[(colon + 1)..], out var minor)) return false;
        handle = TcHandle.Make(major, minor);
        return true;
    }

    /// <summary>Reads the handle of a qdisc, see <see cref="TryParseQdisc"/>.</summary>
    /// <exception cref="Iproute2Exception">It is none; tc's complaint.</exception>
    public static uint Qdisc(string text, string complaint = "invalid qdisc ID") => TryParseQdisc(text, out var handle) ? handle : throw Words.Invalid(complaint, text);

    /// <summary>Reads a class, see <see cref="TryParseClass"/>.</summary>
    /// <exception cref="Iproute2Exception">It is none; tc's complaint.</exception>
    public static uint Class(string text, string complaint) => TryParseClass(text, out var handle) ? handle : throw Words.Invalid(complaint, text);

    private static bool TryHalf(string text, out uint value)
    {
        value = 0;
        return text.Length == 0 || (uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) && value <= ushort.MaxValue);
    }
}
