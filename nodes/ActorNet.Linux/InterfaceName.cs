using System.Text;

namespace ActorNet.Linux;

/// <summary>
/// The checked name of a network interface. Names go to <c>ip</c> and <c>tc</c> as words of a command line, so the check is narrower than
/// the kernel's <c>dev_valid_name</c> (net/core/dev.c): what could be taken for an option, a pattern or a second command is refused too.
/// </summary>
public sealed record InterfaceName
{
    /// <summary>Longest name in bytes: <c>IFNAMSIZ</c> less the terminating zero.</summary>
    public const int MaxBytes = 15;

    private InterfaceName(string text) => Text = text;

    /// <summary>The name, 1 to 15 bytes of UTF-8.</summary>
    public string Text { get; }

    /// <summary>Checks a name.</summary>
    /// <exception cref="ArgumentException">The name cannot be used; the message says why and what to change.</exception>
    public static InterfaceName Check(string name)
    {
        string? fault = Fault(name);
        return fault is null
            ? new InterfaceName(name)
            : throw new ArgumentException($"interface name {Words.Show(name)}: {fault}.", nameof(name));
    }

    /// <summary>Says what is wrong with a name; null when nothing is.</summary>
    public static string? Fault(string? name)
    {
        if (string.IsNullOrEmpty(name)) return "it is empty; give 1 to 15 bytes";
        if (Encoding.UTF8.GetByteCount(name) > MaxBytes) return $"it is longer than {MaxBytes} bytes; shorten it";
        if (name is "." or "..") return "'.' and '..' are directories in /sys/class/net; choose another one";
        if (name[0] == '-') return "it starts with '-' and would be read as an option; choose another first character";
        foreach (char character in name)
            if (Words.IsUnsafe(character) || character is '/' or ':' or '%')
                return $"it contains {Words.Show(character)}; use letters, digits, '.', '_' and '-'";
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
