using ActorNet.Linux.Namespaces;
using Shouldly;

namespace ActorNet.Node.Tests.Harness;

/// <summary>A namespace with a veth pair in it that somebody else made; its end checks that nobody touched it.</summary>
internal sealed class Stranger : IDisposable
{
    private readonly NetworkNamespace _namespace;
    private readonly NamespaceIdentity _identity;

    public Stranger(string name)
    {
        Name = name;
        _namespace = NetworkNamespace.Create(name);
        _identity = _namespace.Identity;
        Programs.Run("ip", "-n", name, "link", "add", "v0", "type", "veth", "peer", "name", "v1").ExitCode.ShouldBe(0);
    }

    public string Name { get; }

    public void ShouldBeUntouched()
    {
        NetworkNamespace.Exists(Name).ShouldBeTrue();
        using var found = NetworkNamespace.Open(Name);
        found.Identity.ShouldBe(_identity);
        Programs.Run("ip", "-n", Name, "-br", "link", "show", "type", "veth").Output.ShouldContain("v0@v1");
    }

    public void Dispose()
    {
        _namespace.Remove();
        _namespace.Dispose();
    }
}
