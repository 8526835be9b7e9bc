using FsCheck;
using FsCheck.Fluent;

namespace ActorNet.Core.Tests.Frames;

/// <summary>Runs a body over many generated values; the first that throws fails the test and is shown.</summary>
internal static class Property
{
    public static void Holds<T>(Gen<T> values, Action<T> body, int count = 300) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(count), Prop.ForAll(values.ToArbitrary(), body));

    /// <summary>Byte strings of every length from 0 to <paramref name="most"/>.</summary>
    public static Gen<byte[]> Bytes(int most) =>
        from length in Gen.Choose(0, most)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select RandomBytes(length, seed);

    public static byte[] RandomBytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
