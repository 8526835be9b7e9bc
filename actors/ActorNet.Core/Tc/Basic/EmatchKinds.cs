using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc.Basic;

/// <summary>The kinds of tests. A new kind is one file, one line here, and one test file.</summary>
internal static class EmatchKinds
{
    /// <summary>Reads a test by its name.</summary>
    /// <exception cref="Iproute2Exception">There is no such kind, or its words are wrong.</exception>
    public static Ematch Parse(string kind, EmatchWords words) => kind switch
    {
        "cmp" => CmpEmatch.Parse(words),
        "u32" => U32Ematch.Parse(words),
        "nbyte" => NbyteEmatch.Parse(words),
        "meta" => MetaParser.Parse(words),
        "ipset" or "ipt" or "canid" => throw new Iproute2Exception($"Ematch \"{kind}\" is not emulated; there are cmp, u32, nbyte and meta\nIllegal \"ematch\""),
        _ => throw new Iproute2Exception($"Unknown ematch \"{kind}\"\nIllegal \"ematch\""),
    };
}
