using System.Text;
using ActorNet.Linux.Ledger;
using ActorNet.Linux.Namespaces;
using ActorNet.Linux.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Linux.Tests.Ledger;

public sealed class OwnershipLedgerTests : IDisposable
{
    private static readonly NamespaceIdentity Somewhere = new(new FileIdentity(4, 4026531840), ulong.MaxValue);

    private static readonly OwnedThing[] OneOfEach =
    [
        new OwnedNamespace("lab-alice", Somewhere),
        new OwnedLink("veth0", "lab-alice", Somewhere, null),
        new OwnedLink("veth1", null, Somewhere, 17),
        new OwnedProcess("iperf3 -s \"quoted\"\nline", 4711, 99),
        new OwnedProcess("not started yet", null, null),
        new OwnedFile("/run/actornet/lab ö.sock", new FileIdentity(5, 6)),
        new OwnedFile("/run/actornet/not-made", null),
    ];

    private readonly TempDirectory _directory = Unique.Directory();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void What_was_recorded_is_read_back_after_a_crash()
    {
        // given a process that never got to close anything (the lock goes with its descriptor)
        var crashed = OwnershipLedger.Create(_directory.Path, "lab");
        crashed.Record(OneOfEach).ShouldBe([1, 2, 3, 4, 5, 6, 7]);
        crashed.Dispose();

        // when
        using var found = OwnershipLedger.Open(_directory.Path, "lab");

        // then
        found.Topology.ShouldBe("lab");
        found.SameBoot.ShouldBeTrue();
        found.Problems.ShouldBeEmpty();
        found.Items.Select(item => item.Thing).ShouldBe(OneOfEach);
    }

    [Fact]
    public void Entry_is_on_disk_when_the_call_returns()
    {
        using var ledger = OwnershipLedger.Create(_directory.Path, "lab");

        ledger.Record(OneOfEach[0]);

        LedgerReader.Read(ledger.Path).Items.ShouldBe([new LedgerItem(1, OneOfEach[0])]);
    }

    [Fact]
    public void Confirmed_entry_keeps_its_number_and_forgotten_one_disappears()
    {
        using (var ledger = OwnershipLedger.Create(_directory.Path, "lab"))
        {
            int link = ledger.Record(new OwnedLink("veth0", null, Somewhere, null));
            int file = ledger.Record(OneOfEach[5]);
            ledger.Confirm(link, new OwnedLink("veth0", null, Somewhere, 5));
            ledger.Forget(file);
            ledger.Forget([file, 999]);
            Should.Throw<ArgumentException>(() => ledger.Confirm(file, OneOfEach[5]));
            Should.Throw<ArgumentException>(() => ledger.Confirm(link, OneOfEach[5]));
        }

        using var found = OwnershipLedger.Open(_directory.Path, "lab");

        found.Items.ShouldBe([new LedgerItem(1, new OwnedLink("veth0", null, Somewhere, 5))]);
        found.Record(OneOfEach[0]).ShouldBe(3);
    }

    [Fact]
    public void Every_way_to_cut_the_file_leaves_the_whole_lines_before_the_cut()
    {
        using (var ledger = OwnershipLedger.Create(_directory.Path, "lab")) ledger.Record(OneOfEach);
        byte[] whole = File.ReadAllBytes(Path.Combine(_directory.Path, "lab.ledger"));
        int header = Array.IndexOf(whole, (byte)'\n') + 1;

        for (int length = header; length < whole.Length; length++)
        {
            var contents = LedgerReader.Parse("the-file", whole.AsSpan(0, length));

            contents.Problems.ShouldBeEmpty();
            contents.Items.Select(item => item.Thing).ShouldBe(OneOfEach[..whole[header..length].Count(value => value == '\n')]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    public void Torn_line_is_cut_off_before_the_next_one_is_written(int missing)
    {
        // given a file whose last line lost its end
        using (var ledger = OwnershipLedger.Create(_directory.Path, "lab")) ledger.Record([OneOfEach[0], OneOfEach[1]]);
        string path = Path.Combine(_directory.Path, "lab.ledger");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^missing]);

        // when it goes on
        using (var ledger = OwnershipLedger.Open(_directory.Path, "lab")) ledger.Record(OneOfEach[5]);

        // then
        var contents = LedgerReader.Read(path);
        contents.Problems.ShouldBeEmpty();
        contents.Items.Select(item => item.Thing).ShouldBe([OneOfEach[0], OneOfEach[5]]);
    }

    [Fact]
    public void File_cut_within_its_header_says_that_nothing_was_made()
    {
        using (OwnershipLedger.Create(_directory.Path, "lab")) { }
        string path = Path.Combine(_directory.Path, "lab.ledger");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..10]);

        Should.Throw<LedgerFormatException>(() => OwnershipLedger.Open(_directory.Path, "lab")).Message.ShouldContain("Remove the file");
    }

    [Theory]
    [InlineData("garbage", "not a line of a ledger")]
    [InlineData("{}", "no entry number")]
    [InlineData("null", "empty")]
    [InlineData("""{"op":"own","id":0,"kind":"file","name":"/x"}""", "no entry number")]
    [InlineData("""{"op":"burn","id":9}""", "unknown operation 'burn'")]
    [InlineData("""{"op":"gone","id":9}""", "not open")]
    [InlineData("""{"op":"own","id":9,"kind":"disk","name":"x"}""", "unknown kind")]
    [InlineData("""{"op":"own","id":9,"kind":"file"}""", "no name")]
    [InlineData("""{"op":"own","id":9,"kind":"file","name":"relative"}""", "not a full path")]
    [InlineData("""{"op":"own","id":9,"kind":"file","name":"/a/../b"}""", "not a full path")]
    [InlineData("""{"op":"own","id":9,"kind":"netns","name":"../x","inode":1}""", "start with a letter")]
    [InlineData("""{"op":"own","id":9,"kind":"netns","name":"x"}""", "without inode")]
    [InlineData("""{"op":"own","id":9,"kind":"link","name":"a b","inode":1}""", "U+0020")]
    [InlineData("""{"op":"own","id":9,"kind":"link","name":"a","netns":"-x","inode":1}""", "start with a letter")]
    [InlineData("""{"op":"own","id":9,"kind":"link","name":"a","inode":1,"index":0}""", "index below 1")]
    [InlineData("""{"op":"own","id":9,"kind":"process","name":"a","pid":5}""", "start time")]
    [InlineData("""{"op":"own","id":9,"kind":"process","name":"a","pid":1,"start":5}""", "below 2")]
    [InlineData("""{"op":"own","id":1,"kind":"file","name":"/x"}""", "changes the kind")]
    [InlineData("""{"op":"own","id":9,"kind":"file","name":"/x","surprise":1}""", "not a line of a ledger")]
    public void Line_that_cannot_be_read_is_reported_with_its_number_and_the_rest_counts(string line, string fault)
    {
        // given a bad line between good ones
        using (var ledger = OwnershipLedger.Create(_directory.Path, "lab")) ledger.Record([OneOfEach[0], OneOfEach[1]]);
        string path = Path.Combine(_directory.Path, "lab.ledger");
        string[] lines = File.ReadAllLines(path);
        File.WriteAllLines(path, [lines[0], lines[1], line, lines[2]]);

        // when
        var contents = LedgerReader.Read(path);

        // then
        var problem = contents.Problems.ShouldHaveSingleItem();
        problem.Line.ShouldBe(3);
        problem.Fault.ShouldContain(fault);
        contents.Items.Select(item => item.Thing).ShouldBe([OneOfEach[0], OneOfEach[1]]);
    }

    [Theory]
    [InlineData("no json\n", "header")]
    [InlineData("{}\n", "header")]
    [InlineData("""{"ledger":2,"topology":"x","boot":"b"}""" + "\n", "version 2")]
    [InlineData("""{"ledger":1,"topology":"../x","boot":"b"}""" + "\n", "topology name")]
    [InlineData("""{"ledger":1,"topology":"x"}""" + "\n", "boot id")]
    public void File_that_is_no_ledger_is_refused(string text, string fault) =>
        Should.Throw<LedgerFormatException>(() => LedgerReader.Parse("the-file", Encoding.UTF8.GetBytes(text))).Message.ShouldContain(fault);

    [Fact]
    public void Arbitrary_bytes_never_do_worse_than_a_complaint()
    {
        byte[] header = LedgerCodec.Write(LedgerCodec.Header("lab", "boot"));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll<byte[]>(bytes =>
        {
            var contents = LedgerReader.Parse("the-file", [.. header, .. bytes, (byte)'\n']);
            return contents.Items.Count == 0 && contents.Problems.Count == bytes.Count(value => value == '\n') + 1;
        }));
    }

    [Fact]
    public void File_that_is_too_large_is_refused_before_it_is_read()
    {
        using (OwnershipLedger.Create(_directory.Path, "lab")) { }
        string path = Path.Combine(_directory.Path, "lab.ledger");
        using (var stream = File.OpenWrite(path)) stream.SetLength(LedgerReader.MaxBytes + 1L);

        Should.Throw<LedgerFormatException>(() => LedgerReader.Read(path)).Message.ShouldContain("more than");
    }

    [Fact]
    public void Ledger_belongs_to_one_at_a_time()
    {
        using (var held = OwnershipLedger.Create(_directory.Path, "lab"))
        {
            Should.Throw<LedgerBusyException>(() => OwnershipLedger.Open(_directory.Path, "lab"));
            Should.Throw<LedgerExistsException>(() => OwnershipLedger.Create(_directory.Path, "lab")).Message.ShouldContain("actornet down lab");
        }

        using var next = OwnershipLedger.Open(_directory.Path, "lab");
        next.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Deleted_ledger_is_gone_but_not_while_it_names_something()
    {
        var ledger = OwnershipLedger.Create(_directory.Path, "lab");
        int id = ledger.Record(OneOfEach[0]);
        Should.Throw<InvalidOperationException>(ledger.Delete);
        OwnershipLedger.List(_directory.Path).ShouldBe(["lab"]);

        ledger.Forget(id);
        ledger.Delete();

        OwnershipLedger.List(_directory.Path).ShouldBeEmpty();
        OwnershipLedger.List(_directory.Path + "-none").ShouldBeEmpty();
    }

    [Fact]
    public void Long_life_does_not_make_a_long_file()
    {
        using var ledger = OwnershipLedger.Create(_directory.Path, "lab");
        ledger.Record(OneOfEach[0]);
        string longName = new('x', 4000);
        for (int round = 0; round < 20; round++)
            ledger.Forget(ledger.Record([.. Enumerable.Range(2, 20).Select(pid => new OwnedProcess(longName, pid, 1))]));

        new FileInfo(ledger.Path).Length.ShouldBeLessThan(OwnershipLedger.CompactAbove);
        LedgerReader.Read(ledger.Path).Items.ShouldBe([new LedgerItem(1, OneOfEach[0])]);
        Should.Throw<LedgerBusyException>(() => OwnershipLedger.Open(_directory.Path, "lab"));
    }

    [Fact]
    public void Thing_that_could_not_be_read_back_is_not_written()
    {
        using var ledger = OwnershipLedger.Create(_directory.Path, "lab");

        Should.Throw<ArgumentException>(() => ledger.Record([OneOfEach[0], new OwnedNamespace("../x", Somewhere)]));
        Should.Throw<ArgumentException>(() => ledger.Record(new OwnedFile("relative", null)));
        Should.Throw<ArgumentException>(() => ledger.Record(new OwnedProcess(new string('x', LedgerReader.MaxLineBytes), 5, 5)));

        ledger.Items.ShouldBeEmpty();
        LedgerReader.Read(ledger.Path).Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("../lab")]
    [InlineData("a/b")]
    [InlineData("-x")]
    public void Hostile_topology_name_is_refused(string name) => Should.Throw<ArgumentException>(() => OwnershipLedger.Create(_directory.Path, name));

    [Fact]
    public void Files_are_for_their_owner_only()
    {
        using var ledger = OwnershipLedger.Create(_directory.Path, "lab");

        if (OperatingSystem.IsWindows()) return;
        File.GetUnixFileMode(ledger.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(_directory.Path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
