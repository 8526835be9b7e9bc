using System.Diagnostics;
using ActorNet.Linux.Iproute;
using ActorNet.Linux.Ledger;
using ActorNet.Linux.Namespaces;
using ActorNet.Linux.Native;
using ActorNet.Linux.Tests.Support;
using Shouldly;
using Xunit;

namespace ActorNet.Linux.Tests.Ledger;

public sealed class LedgerCleanerTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private readonly TempDirectory _directory = Unique.Directory();

    public void Dispose() => _directory.Dispose();

    [SkippableFact]
    public void Namespaces_of_a_killed_process_are_removed_and_the_ledger_with_them()
    {
        // given a topology that made one namespace and was killed before it named the other
        Root.Required();
        using var made = NetworkNamespace.CreateUnnamed();
        using var neverNamed = NetworkNamespace.CreateUnnamed();
        string name = Unique.Name();
        using (var crashed = OwnershipLedger.Create(_directory.Path, "lab"))
        {
            crashed.Record([new OwnedNamespace(name, made.Identity), new OwnedNamespace(Unique.Name(), neverNamed.Identity)]);
            made.Publish(name);
        }

        // when
        var report = Clean();

        // then
        report.Items.Select(item => item.Outcome).ShouldBe([CleanOutcome.AlreadyGone, CleanOutcome.Removed]);
        report.LedgerRemoved.ShouldBeTrue();
        NetworkNamespace.Exists(name).ShouldBeFalse();
        OwnershipLedger.List(_directory.Path).ShouldBeEmpty();
    }

    [SkippableFact]
    public void Strangers_namespace_of_the_same_name_is_left_alone()
    {
        // given ours, which somebody removed and whose name he then used himself
        Root.Required();
        using var theirs = Unique.Namespace();
        using (var ours = NetworkNamespace.CreateUnnamed())
        using (var crashed = OwnershipLedger.Create(_directory.Path, "lab"))
            crashed.Record(new OwnedNamespace(theirs.Name, ours.Identity));

        var report = Clean();

        report.Items.ShouldHaveSingleItem().Outcome.ShouldBe(CleanOutcome.NotOurs);
        NetworkNamespace.Exists(theirs.Name).ShouldBeTrue();
    }

    [SkippableFact]
    public void Same_inode_does_not_make_a_namespace_ours_when_the_cookie_differs()
    {
        Root.Required();
        using var theirs = Unique.Namespace();
        using (var crashed = OwnershipLedger.Create(_directory.Path, "lab"))
            crashed.Record(new OwnedNamespace(theirs.Name, theirs.Space.Identity with { Cookie = theirs.Space.Identity.Cookie + 1_000_000 }));

        Clean().Items.ShouldHaveSingleItem().Outcome.ShouldBe(CleanOutcome.NotOurs);

        NetworkNamespace.Exists(theirs.Name).ShouldBeTrue();
    }

    [SkippableTheory]
    [InlineData("", CleanOutcome.Removed)]
    [InlineData("somebody's notes", CleanOutcome.NotOurs)]
    public void File_that_is_no_namespace_is_removed_only_when_it_is_the_empty_one_of_a_name_half_made(string content, CleanOutcome outcome)
    {
        Root.Required();
        using var any = Unique.Namespace();
        string name = Unique.Name();
        string path = "/var/run/netns/" + name;
        File.WriteAllText(path, content);
        try
        {
            using (var crashed = OwnershipLedger.Create(_directory.Path, "lab")) crashed.Record(new OwnedNamespace(name, any.Space.Identity));

            Clean().Items.ShouldHaveSingleItem().Outcome.ShouldBe(outcome);

            File.Exists(path).ShouldBe(outcome == CleanOutcome.NotOurs);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [SkippableFact]
    public async Task Links_are_known_by_index_not_by_name()
    {
        // given a namespace of somebody with three links of ours: one renamed, one gone whose name a stranger uses, one never confirmed
        Root.Required();
        using var space = Unique.Namespace();
        await IpAsync(space, "link", "add", "ours0", "type", "veth", "peer", "name", "peer0");
        int renamed = Index(space, "ours0");
        await IpAsync(space, "link", "set", "dev", "ours0", "name", "other0");
        await IpAsync(space, "link", "add", "ours1", "type", "veth", "peer", "name", "peer1");
        await IpAsync(space, "link", "add", "ours2", "type", "veth", "peer", "name", "peer2");
        var where = space.Space.Identity;
        using (var crashed = OwnershipLedger.Create(_directory.Path, "lab"))
        {
            crashed.Record(
            [
                new OwnedLink("ours0", space.Name, where, renamed),
                new OwnedLink("ours1", space.Name, where, 12345),
                new OwnedLink("ours2", space.Name, where, null),
                new OwnedLink("ours3", space.Name, where, null),
            ]);
        }

        // when
        var report = Clean();

        // then, newest first
        report.Items.Select(item => item.Outcome).ShouldBe(
            [CleanOutcome.AlreadyGone, CleanOutcome.Unconfirmed, CleanOutcome.NotOurs, CleanOutcome.Removed]);
        report.LedgerRemoved.ShouldBeFalse();
        Links(space).ShouldBe(["lo", "ours1", "ours2", "peer1", "peer2"]);

        // and once a person has removed the doubtful one, the next run finishes
        await IpAsync(space, "link", "del", "ours2");
        var second = Clean();
        second.Items.ShouldHaveSingleItem().Outcome.ShouldBe(CleanOutcome.AlreadyGone);
        second.LedgerRemoved.ShouldBeTrue();
        Links(space).ShouldBe(["lo", "ours1", "peer1"]);
    }

    [SkippableFact]
    public async Task Link_in_a_strangers_namespace_of_the_same_name_is_left_alone()
    {
        Root.Required();
        using var theirs = Unique.Namespace();
        await IpAsync(theirs, "link", "add", "v0", "type", "veth", "peer", "name", "v1");
        int index = Index(theirs, "v0");
        using (var gone = NetworkNamespace.CreateUnnamed())
        using (var crashed = OwnershipLedger.Create(_directory.Path, "lab"))
            crashed.Record(new OwnedLink("v0", theirs.Name, gone.Identity, index));

        Clean().Items.ShouldHaveSingleItem().Outcome.ShouldBe(CleanOutcome.AlreadyGone);

        Links(theirs).ShouldBe(["lo", "v0", "v1"]);
    }

    [Fact]
    public void Process_is_ended_only_when_its_start_time_fits()
    {
        using var ours = Process.Start("sleep", "1000");
        using var theirs = Process.Start("sleep", "1000");
        using var handle = ProcessHandle.Open(ours.Id)!;
        try
        {
            using (var crashed = OwnershipLedger.Create(_directory.Path, "lab"))
            {
                crashed.Record([new OwnedProcess("ours", ours.Id, handle.StartTicks), new OwnedProcess("theirs", theirs.Id, 1)]);
            }

            Clean().Items.Select(item => item.Outcome).ShouldBe([CleanOutcome.NotOurs, CleanOutcome.Removed]);

            ours.WaitForExit();
            theirs.HasExited.ShouldBeFalse();
        }
        finally
        {
            theirs.Kill();
        }
    }

    [Fact]
    public void Files_are_removed_only_when_they_are_the_same()
    {
        // given a file of ours, one that was replaced, one never confirmed, one gone
        Directory.CreateDirectory(_directory.Path);
        string[] paths = [.. Enumerable.Range(0, 4).Select(number => Path.Combine(_directory.Path, $"file{number}"))];
        foreach (string path in paths) File.WriteAllText(path, "");
        using (var crashed = OwnershipLedger.Create(Path.Combine(_directory.Path, "state"), "lab"))
        {
            crashed.Record(OwnedFile.Existing(paths[0]));
            crashed.Record(OwnedFile.Existing(paths[1]));
            crashed.Record(new OwnedFile(paths[2], null));
            crashed.Record(OwnedFile.Existing(paths[3]));
        }
        File.Move(paths[3], paths[1], overwrite: true);

        // when
        var report = LedgerCleaner.Clean(OwnershipLedger.Open(Path.Combine(_directory.Path, "state"), "lab"));

        // then, newest first
        report.Items.Select(item => item.Outcome).ShouldBe(
            [CleanOutcome.AlreadyGone, CleanOutcome.Unconfirmed, CleanOutcome.NotOurs, CleanOutcome.Removed]);
        paths.Select(File.Exists).ShouldBe([false, true, true, false]);
    }

    [Fact]
    public void After_a_restart_of_the_machine_only_files_are_looked_at()
    {
        // given a ledger of an earlier run of the machine that names a process which lives now
        using var stranger = Process.Start("sleep", "1000");
        try
        {
            using var handle = ProcessHandle.Open(stranger.Id)!;
            Directory.CreateDirectory(_directory.Path);
            File.WriteAllBytes(Path.Combine(_directory.Path, "lab.ledger"),
            [
                .. LedgerCodec.Write(LedgerCodec.Header("lab", "an-earlier-boot")),
                .. LedgerCodec.Write(LedgerCodec.OwnLine(1, new OwnedProcess("ours", stranger.Id, handle.StartTicks))),
            ]);

            var report = Clean();

            report.Items.ShouldHaveSingleItem().Outcome.ShouldBe(CleanOutcome.AlreadyGone);
            stranger.HasExited.ShouldBeFalse();
        }
        finally
        {
            stranger.Kill();
        }
    }

    [Fact]
    public void Unreadable_line_keeps_the_file_for_a_person_to_see()
    {
        using (OwnershipLedger.Create(_directory.Path, "lab")) { }
        File.AppendAllText(Path.Combine(_directory.Path, "lab.ledger"), "garbage\n");

        var report = Clean();

        report.Problems.ShouldHaveSingleItem().Line.ShouldBe(2);
        report.LedgerRemoved.ShouldBeFalse();
        OwnershipLedger.List(_directory.Path).ShouldBe(["lab"]);
    }

    private CleanReport Clean() => LedgerCleaner.Clean(OwnershipLedger.Open(_directory.Path, "lab"));

    private static async Task IpAsync(TestNamespace space, params string[] words) =>
        (await new IpBatch(IprouteTool.Ip, space.Name).Add(words).RunAsync(Long)).Failures.ShouldBeEmpty();

    private static int Index(TestNamespace space, string name) => space.Space.Run(() => (int)LibC.IfNameToIndex(name));

    private static string[] Links(TestNamespace space) => space.Space.Run(() =>
        System.Net.NetworkInformation.NetworkInterface.GetAllNetworkInterfaces().Select(device => device.Name).Order(StringComparer.Ordinal).ToArray());
}
