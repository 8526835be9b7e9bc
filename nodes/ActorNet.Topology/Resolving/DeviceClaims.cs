using ActorNet.Hocon;
using ActorNet.Topology.Reading;

namespace ActorNet.Topology.Resolving;

/// <summary>Who made which device name of which box, so that no name is given twice, and which names are missing only because of a reported mistake.</summary>
internal sealed class DeviceClaims(ErrorList errors)
{
    private const string Loopback = "lo";
    private readonly Dictionary<(string Box, string Device), HoconOrigin> _claimed = [];
    private readonly Dictionary<string, HashSet<string>> _excused = new(StringComparer.Ordinal);

    /// <summary>Takes a name; false when it is taken, which is reported.</summary>
    public bool TryClaim(string box, string device, HoconOrigin origin, string what)
    {
        if (string.Equals(device, Loopback, StringComparison.Ordinal))
        {
            errors.Add(origin, $"{what} is named 'lo' like the loopback device that every box has", "Choose another name");
            return false;
        }

        if (_claimed.TryAdd((box, device), origin)) return true;
        errors.Add(origin, $"box {Phrases.Quote(box)} has a device {Phrases.Quote(device)} already, from {_claimed[(box, device)]}",
            "Choose another name for one of them");
        return false;
    }

    /// <summary>The box would have this device, or a line this effect, if it were not for a mistake reported elsewhere.</summary>
    public void Excuse(string box, string device) => ExcusedIn(box).Add(device);

    /// <summary>The names whose absence from a box is explained already; may be added to.</summary>
    public HashSet<string> ExcusedIn(string box)
    {
        if (!_excused.TryGetValue(box, out var names)) _excused[box] = names = new HashSet<string>(StringComparer.Ordinal);
        return names;
    }
}
