using System.Globalization;
using ActorNet.Core.Frames;

namespace ActorNet.Core.Iproute2;

/// <summary>Hardware addresses in words (<c>ll_addr_a2n</c>): hexadecimal bytes parted by colons, as many as the word has.</summary>
internal static class HardwareAddress
{
    private const int MaxBytes = 32;

    /// <summary>Reads an address of any length.</summary>
    /// <exception cref="Iproute2Exception">A part is no hexadecimal byte.</exception>
    public static IReadOnlyList<byte> Parse(string text)
    {
        var parts = text.Split(':');
        var bytes = new byte[Math.Min(parts.Length, MaxBytes)];
        for (var i = 0; i < bytes.Length; i++)
        {
            if (!byte.TryParse(parts[i], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[i]))
                throw new Iproute2Exception($"\"{parts[i]}\" is invalid lladdr.");
        }

        return bytes;
    }

    /// <summary>The bytes as an Ethernet address.</summary>
    /// <exception cref="RtnlException">EINVAL: there are not six.</exception>
    public static MacAddress ToMac(IReadOnlyList<byte> bytes)
    {
        if (bytes.Count != MacAddress.Size) throw new RtnlException(Errno.EINVAL);
        return MacAddress.Read([.. bytes]);
    }
}
