using System.Diagnostics;
using System.Net.NetworkInformation;
using ActorNet.Linux.Namespaces;
using ActorNet.Linux.Native;
using ActorNet.Linux.Tests.Support;
using Shouldly;
using Xunit;

namespace ActorNet.Linux.Tests.Namespaces;

public sealed class NetworkNamespaceTests
{
    [SkippableFact]
    public void Named_namespace_is_what_ip_netns_lists_until_it_is_removed()
    {
        Root.Required();
        using var space = Unique.Namespace();

        List().ShouldContain(space.Name);
        space.Space.Remove().ShouldBeTrue();

        List().ShouldNotContain(space.Name);
        NetworkNamespace.Exists(space.Name).ShouldBeFalse();
        space.Space.Remove().ShouldBeFalse();
    }

    [SkippableFact]
    public void Code_runs_inside_and_the_caller_stays_outside()
    {
        Root.Required();
        using var space = Unique.Namespace();
        using var before = NetworkNamespace.OpenCurrent();

        string[] inside = space.Space.Run(() => NetworkInterface.GetAllNetworkInterfaces().Select(device => device.Name).ToArray());
        var identity = space.Space.Run(() =>
        {
            using var current = NetworkNamespace.OpenCurrent();
            return current.Identity;
        });

        using var after = NetworkNamespace.OpenCurrent();
        inside.ShouldBe(["lo"]);
        identity.ShouldBe(space.Space.Identity);
        after.Identity.ShouldBe(before.Identity);
        after.Identity.ShouldNotBe(identity);
    }

    [SkippableFact]
    public void Exception_of_the_code_comes_out_as_it_is()
    {
        Root.Required();
        using var space = NetworkNamespace.CreateUnnamed();

        Should.Throw<InvalidDataException>(() => space.Run(() => throw new InvalidDataException("mine"))).Message.ShouldBe("mine");
    }

    [SkippableFact]
    public void Taken_name_is_refused_and_the_holder_untouched()
    {
        Root.Required();
        using var space = Unique.Namespace();

        var failure = Should.Throw<LinuxException>(() => NetworkNamespace.Create(space.Name));

        failure.ErrorNumber.ShouldBe(Errno.EEXIST);
        using var found = NetworkNamespace.Open(space.Name);
        found.Identity.ShouldBe(space.Space.Identity);
    }

    [SkippableFact]
    public void Removal_leaves_a_namespace_of_the_same_name_that_came_later()
    {
        // given a namespace whose name was taken away by somebody, who then made his own
        Root.Required();
        using var ours = Unique.Namespace();
        using (var stranger = NetworkNamespace.Open(ours.Name)) stranger.Remove();
        using var theirs = new TestNamespace(NetworkNamespace.Create(ours.Name));

        // when we remove ours
        ours.Space.Remove().ShouldBeFalse();

        // then theirs is still there
        using var found = NetworkNamespace.Open(theirs.Name);
        found.Identity.ShouldBe(theirs.Space.Identity);
    }

    [SkippableFact]
    public void Two_namespaces_never_have_the_same_identity_even_one_after_the_other()
    {
        Root.Required();
        var seen = new HashSet<ulong>();
        for (int round = 0; round < 5; round++)
        {
            using var space = NetworkNamespace.CreateUnnamed();
            space.Identity.Cookie.ShouldNotBe(0UL);
            seen.Add(space.Identity.Cookie).ShouldBeTrue();
        }
    }

    [SkippableFact]
    public void File_that_is_no_namespace_is_refused_without_waiting()
    {
        Root.Required();
        string name = Unique.Name();
        using var any = Unique.Namespace();
        string path = "/var/run/netns/" + name;
        File.WriteAllText(path, "");
        try
        {
            Should.Throw<LinuxException>(() => NetworkNamespace.Open(name)).ErrorNumber.ShouldBe(Errno.EINVAL);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Missing_namespace_is_a_clear_error() =>
        Should.Throw<LinuxException>(() => NetworkNamespace.Open("actornet-test-none")).Message.ShouldContain("actornet-test-none");

    private static string[] List()
    {
        var info = new ProcessStartInfo("ip") { RedirectStandardOutput = true, UseShellExecute = false };
        info.ArgumentList.Add("netns");
        info.ArgumentList.Add("list");
        using var process = Process.Start(info)!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return [.. text.Split('\n').Select(line => line.Split(' ')[0])];
    }
}
