using ActorNet.Conformance.Tests.Page;

namespace ActorNet.Conformance.Tests.Commands;

/// <summary>`page`: writes docs/conformance.md anew.</summary>
internal static class PageCommand
{
    public static int Run(TextWriter output)
    {
        File.WriteAllText(Checkout.Page, ConformancePage.Current());
        output.WriteLine($"wrote {Path.GetRelativePath(Checkout.Root, Checkout.Page)}");
        return 0;
    }
}
