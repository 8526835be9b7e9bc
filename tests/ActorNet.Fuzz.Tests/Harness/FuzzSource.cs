using ActorNet.Core;

namespace ActorNet.Fuzz.Tests.Harness;

/// <summary>The decisions of one case, all from its seed.</summary>
internal sealed class FuzzSource
{
    private static readonly long[] Edges =
    [
        0, 1, 2, 7, 8, 15, 16, 31, 32, 63, 64, 127, 128, 255, 256, 1023, 1024, 1500, 4095, 4096, 4097, 32767, 32768, 65534, 65535, 65536, 16777215, 16777216,
        2147483647, 2147483648, 4294967295, 4294967296, 9223372036854775807, -1, -2, -128, -32768, -2147483648, -9223372036854775808,
    ];

    private readonly RandomSource _random;

    /// <summary>A case.</summary>
    public FuzzSource(ulong seed, ulong number) => _random = new RandomSource(unchecked((seed * 0xD130_2B97_7D1F_3E05) + number));

    /// <summary>From 0 up to and without a bound.</summary>
    public int Below(int bound) => (int)_random.Below((uint)bound);

    /// <summary>From one number to another, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => Below(times) == 0;

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    /// <summary>A byte.</summary>
    public byte Byte() => (byte)_random.Next();

    /// <summary>64 bits.</summary>
    public ulong Bits() => _random.Next();

    /// <summary>A number at which something often breaks.</summary>
    public long Edge() => Pick(Edges);

    /// <summary>Random bytes.</summary>
    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++) bytes[i] = Byte();
        return bytes;
    }
}
