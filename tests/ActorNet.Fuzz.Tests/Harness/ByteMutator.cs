namespace ActorNet.Fuzz.Tests.Harness;

/// <summary>Makes right bytes wrong, in the ways in which bytes usually are wrong.</summary>
internal static class ByteMutator
{
    /// <summary>One to eight changes to one of several right inputs; now and then random bytes instead.</summary>
    public static byte[] Mutate(FuzzSource source, IReadOnlyList<byte[]> right, int most)
    {
        if (source.OneIn(8)) return source.Bytes(source.Below(Math.Min(most, 256) + 1));
        var bytes = new List<byte>(source.Pick(right));
        for (var changes = source.Between(1, 8); changes > 0; changes--) Change(source, bytes, right);
        return bytes.Count > most ? [.. bytes.Take(most)] : [.. bytes];
    }

    private static void Change(FuzzSource source, List<byte> bytes, IReadOnlyList<byte[]> right)
    {
        var at = source.Below(bytes.Count + 1);
        var length = Math.Min(source.Between(1, 16), bytes.Count - at);
        switch (source.Below(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << source.Below(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = source.Byte();
                break;
            case 2:
                bytes.InsertRange(at, source.Bytes(source.Between(1, 16)));
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 5:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 6:
                Overwrite(bytes, at, Number(source));
                break;
            default:
                var other = source.Pick(right);
                bytes.InsertRange(at, other.AsSpan(source.Below(other.Length + 1)));
                break;
        }
    }

    private static byte[] Number(FuzzSource source)
    {
        var number = BitConverter.GetBytes(source.Edge());
        var width = source.Pick([1, 2, 4, 8]);
        var bytes = number[..width];
        if (source.OneIn(2)) Array.Reverse(bytes);
        return bytes;
    }

    private static void Overwrite(List<byte> bytes, int at, byte[] with)
    {
        for (var i = 0; i < with.Length && at + i < bytes.Count; i++) bytes[at + i] = with[i];
    }
}
