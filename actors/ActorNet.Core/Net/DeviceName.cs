using System.Globalization;
using System.Text;

namespace ActorNet.Core.Net;

/// <summary>Names of devices and their templates (<c>dev_valid_name</c>, <c>__dev_alloc_name</c>; rules NAME-01, NAME-02).</summary>
public static class DeviceName
{
    /// <summary>Most bytes of a name (IFNAMSIZ - 1).</summary>
    public const int MaxBytes = 15;

    /// <summary>Numbers that a template can give.</summary>
    public const int MaxTemplateNumbers = 32768;

    /// <summary>Whether the kernel would take it: 1 to 15 bytes, not <c>.</c> or <c>..</c>, without slash, colon and white space.</summary>
    public static bool IsValid(string name)
    {
        if (name.Length == 0 || Encoding.UTF8.GetByteCount(name) > MaxBytes) return false;
        if (name is "." or "..") return false;
        foreach (var c in name)
        {
            if (c is '/' or ':' or '\0' || char.IsWhiteSpace(c)) return false;
        }

        return true;
    }

    /// <summary>Turns a template with one <c>%d</c> into the name with the lowest free number; a plain name is returned as it is.</summary>
    /// <param name="template">Name or template.</param>
    /// <param name="isTaken">Whether a name is in use.</param>
    /// <exception cref="RtnlException">EINVAL: not a valid name or template; ENFILE: all numbers are taken.</exception>
    public static string Allocate(string template, Predicate<string> isTaken)
    {
        var number = 0;
        return Allocate(template, isTaken, ref number);
    }

    /// <summary>The same for a caller that knows numbers to be taken.</summary>
    /// <param name="template">Name or template.</param>
    /// <param name="isTaken">Whether a name is in use.</param>
    /// <param name="number">The number to begin with: those below it are taken. Then the number that the name got; unchanged for a plain name.</param>
    /// <exception cref="RtnlException">EINVAL: not a valid name or template; ENFILE: all numbers are taken.</exception>
    internal static string Allocate(string template, Predicate<string> isTaken, ref int number)
    {
        if (!IsValid(template)) throw new RtnlException(Errno.EINVAL);
        var percent = template.IndexOf('%', StringComparison.Ordinal);
        if (percent < 0) return template;
        if (percent + 1 >= template.Length || template[percent + 1] != 'd' || template.IndexOf('%', percent + 1) >= 0) throw new RtnlException(Errno.EINVAL);
        var prefix = template[..percent];
        var suffix = template[(percent + 2)..];
        for (; number < MaxTemplateNumbers; number++)
        {
            var name = prefix + number.ToString(CultureInfo.InvariantCulture) + suffix;
            if (!isTaken(name)) return IsValid(name) ? name : throw new RtnlException(Errno.EINVAL);
        }

        throw new RtnlException(Errno.ENFILE);
    }
}
