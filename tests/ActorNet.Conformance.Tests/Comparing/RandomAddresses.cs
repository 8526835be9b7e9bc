using System.Globalization;
using ActorNet.Conformance.Tests.Scripts;

namespace ActorNet.Conformance.Tests.Comparing;

/// <summary>Numbers the MAC addresses of one run that were drawn at random, in the order in which they appear.</summary>
internal sealed class RandomAddresses(Script script)
{
    /// <summary>Source and destination of a frame whose words name none.</summary>
    private static readonly string[] OfFrames = ["02:00:00:00:00:01", "02:00:00:00:00:02"];

    private readonly Dictionary<string, string> _stands = new(StringComparer.Ordinal);
    private readonly string _script = script.Text.ToLowerInvariant();

    /// <summary>A text with its random addresses replaced.</summary>
    public string InText(string text) => TextPatterns.Address().Replace(text, m => IsRandom(m.Value) ? Stand(m.Value) : m.Value);

    /// <summary>A frame in hex: its two addresses, and wherever else one appears that is known already.</summary>
    public string InFrame(string hex)
    {
        if (hex.Length < 24) return hex;
        foreach (var at in (int[])[0, 12])
        {
            var address = string.Join(':', Enumerable.Range(0, 6).Select(i => hex.Substring(at + (2 * i), 2)));
            if (IsRandom(address)) Stand(address);
        }
        foreach (var (address, stand) in _stands) hex = hex.Replace(Plain(address), stand, StringComparison.Ordinal);
        return hex;
    }

    private string Stand(string address)
    {
        if (!_stands.TryGetValue(address, out var stand)) _stands[address] = stand = $"<random MAC {_stands.Count + 1}>";
        return stand;
    }

    private bool IsRandom(string address)
    {
        var first = int.Parse(address[..2], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        // Drawn addresses are local and not multicast.
        return (first & 3) == 2 && !OfFrames.Contains(address) && !_script.Contains(address, StringComparison.Ordinal) && !_script.Contains(Plain(address), StringComparison.Ordinal);
    }

    private static string Plain(string address) => address.Replace(":", "", StringComparison.Ordinal);
}
