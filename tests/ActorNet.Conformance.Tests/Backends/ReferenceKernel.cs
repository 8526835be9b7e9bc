namespace ActorNet.Conformance.Tests.Backends;

/// <summary>A kernel that ActorNet is compared with. What the reference machine's kernels lack stands here and is not asked of them:
/// which test cases there are, and what docs/conformance.md says, must not depend on the machine.</summary>
/// <param name="Name">Also of ActorNet's profile that imitates it.</param>
/// <param name="Title">For people.</param>
/// <param name="Lacking">Words of <c># needs:</c> that it cannot offer.</param>
internal sealed record ReferenceKernel(string Name, string Title, IReadOnlySet<string> Lacking)
{
    /// <summary>The kernel of the machine that runs the tests, built without most of traffic control.</summary>
    public static readonly ReferenceKernel Running = new("6.18", "Linux 6.18, the running kernel", new HashSet<string>(StringComparer.Ordinal)
    {
        "dummy", "vlan", "netem", "prio", "red", "sfq", "codel", "fq_codel", "drr", "plug", "matchall", "flower", "fw", "basic",
        "gact", "police", "skbedit", "pedit", "csum", "nat", "sample", "simple",
    });

    /// <summary>Debian's user-mode Linux, which has every module.</summary>
    public static readonly ReferenceKernel UserMode = new("6.1", "Linux 6.1, user-mode", new HashSet<string>(StringComparer.Ordinal)) { DefersNestedIngress = true };

    public static readonly IReadOnlyList<ReferenceKernel> All = [Running, UserMode];

    /// <summary>The words of <c># kernels:</c>.</summary>
    public static readonly IReadOnlyList<string> Names = [.. All.Select(k => k.Name)];

    /// <summary>A mirred action within another one hands frames for an ingress side to the backlog, where no nest limit reaches (stable 6.1; 6.18 does not).</summary>
    public bool DefersNestedIngress { get; private init; }

    public static ReferenceKernel Find(string name) =>
        All.FirstOrDefault(k => k.Name == name) ?? throw new ArgumentException($"no kernel \"{name}\"; known are {string.Join(", ", Names)}", nameof(name));

    /// <summary>The script is compared with this kernel.</summary>
    public bool Takes(Scripts.Script script) => script.Kernels.Contains(Name) && !script.Needs.Any(Lacking.Contains);
}
