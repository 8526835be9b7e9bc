using FsCheck;
using FsCheck.Fluent;

namespace ActorNet.Hosts.Tests.Harness;

/// <summary>Runs a body over many generated values; the first that throws fails the test and is shown.</summary>
internal static class Property
{
    internal static void Holds<T>(Gen<T> values, Action<T> body, int count = 200) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(count), Prop.ForAll(values.ToArbitrary(), body));

    internal static Gen<byte[]> Bytes(int most) =>
        from length in Gen.Choose(0, most)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select RandomBytes(length, seed);

    internal static byte[] RandomBytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
