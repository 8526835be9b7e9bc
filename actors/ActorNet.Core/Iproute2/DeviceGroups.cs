using System.Globalization;

namespace ActorNet.Core.Iproute2;

/// <summary>Groups of devices in words: <c>default</c> is 0, all others are numbers (<c>/etc/iproute2/group</c> names no more).</summary>
internal static class DeviceGroups
{
    private const string Default = "default";

    /// <summary>Reads a group's name or number.</summary>
    public static bool TryParse(string text, out int group)
    {
        group = 0;
        return string.Equals(text, Default, StringComparison.Ordinal) || (Words.TryInteger(text, out group) && group >= 0);
    }

    /// <summary>A group's name, or its number when it has none.</summary>
    public static string Name(int group) => group == 0 ? Default : group.ToString(CultureInfo.InvariantCulture);
}
