using ActorNet.Node.Shell.Completion;
using ActorNet.Node.Shell.Editing;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Shell.Completion;

public class CompleterTests
{
    private readonly Completer _completer = new(ShellGrammar.Line, new FewNames());

    [Theory]
    [InlineData("br", "bridge")]
    [InlineData("in", "inject")]
    [InlineData("ip li", "link")]
    [InlineData("ip l s", "set show")]
    [InlineData("ip link set ", "va vb ifb0 dev up down name mtu")]
    [InlineData("ip link set ifb0 ", "up down name mtu txqueuelen")]
    [InlineData("ip link set ifb0 u", "up")]
    [InlineData("ip link set ifb0 up d", "dynamic")]
    [InlineData("ip link set vb mas", "master")]
    [InlineData("ip link set vb master ", "va vb ifb0")]
    [InlineData("ip link set vb promisc ", "on off")]
    [InlineData("ip link add x type v", "veth")]
    [InlineData("ip link add x type veth p", "peer")]
    [InlineData("ip link add x type veth peer n", "name netns numtxqueues numrxqueues")]
    [InlineData("ip -n ", "red blue")]
    [InlineData("ip -n red link show ", "r0")]
    [InlineData("ip -n red link set r", "r0")]
    [InlineData("ip netns exec red tc qdisc show dev ", "r0")]
    [InlineData("ip netns exec blue ", "ip tc bridge ethtool")]
    [InlineData("ip netns del b", "blue")]
    [InlineData("ip -b", "-br -brief")]
    [InlineData("tc filter add dev vb ing", "ingress")]
    [InlineData("tc filter add dev vb ingress m", "matchall")]
    [InlineData("tc filter add dev vb ingress matchall action mirred egress redirect dev i", "ifb0")]
    [InlineData("tc filter add dev vb ingress matchall action mirred e", "egress")]
    [InlineData("tc filter add dev vb ingress u32 match ip d", "dst dport df")]
    [InlineData("tc filter add dev vb ingress u32 match ip dst 10.9.0.2/32 action m", "mirred")]
    [InlineData("tc filter add dev vb ingress protocol 8", "802.1q 802.1ad")]
    [InlineData("tc qdisc add dev ifb0 root t", "tbf")]
    [InlineData("tc qdisc add dev ifb0 root tbf ", "rate burst latency limit")]
    [InlineData("tc qdisc add dev ifb0 root tbf rate 1mbit latency 50ms l", "linklayer")]
    [InlineData("tc qdisc add dev ifb0 parent ", "1: 1:10")]
    [InlineData("tc qdisc add dev ifb0 root in", "ingress_block")]
    [InlineData("tc -s q", "qdisc")]
    [InlineData("inject v", "va vb")]
    [InlineData("inject -n red ", "r0")]
    [InlineData("inject va u", "udp")]
    [InlineData("inject va udp f", "from")]
    [InlineData("inject va udp from 1.2.3.4 c", "count")]
    [InlineData("!ip li", "link")]
    [InlineData("  ! ip li", "link")]
    [InlineData("trace o", "on off")]
    [InlineData("use r", "red")]
    [InlineData("help tc fi", "filter")]
    [InlineData("ethtool -S i", "ifb0")]
    [InlineData("nonsense x", "")]
    [InlineData("echo # ip l", "")]
    [InlineData("ip \"li", "")]
    [InlineData("ip link add dum", "")]
    public async Task Words_that_may_follow_are_offered(string line, string first)
    {
        // when
        var offered = await _completer.CompleteAsync("", line);

        // then
        string[] expected = first.Length == 0 ? [] : first.Split(' ');
        offered.Words.Take(Math.Max(1, expected.Length)).ShouldBe(expected);
    }

    [Fact]
    public async Task Line_that_continues_another_is_completed_as_one()
    {
        var offered = await _completer.CompleteAsync("tc filter add dev vb ", "ing");

        offered.Start.ShouldBe(0);
        offered.Words.ShouldBe(["ingress"]);
    }

    [Fact]
    public async Task Only_the_word_at_the_cursor_is_replaced()
    {
        var offered = await _completer.CompleteAsync("", "!  ip   link  set ifb");

        offered.Start.ShouldBe(18);
        offered.Words.ShouldBe(["ifb0"]);
    }

    [Fact]
    public async Task Files_are_offered_behind_source()
    {
        // given
        var folder = Directory.CreateTempSubdirectory("actornet-files-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "deep"));
            foreach (var name in (string[])["one.txt", "other.txt", ".hidden", "two words"]) File.WriteAllText(Path.Combine(folder, name), "");

            // when, then
            (await _completer.CompleteAsync("", $"source {folder}/")).Words.ShouldBe([$"{folder}/deep/", $"{folder}/one.txt", $"{folder}/other.txt"]);
            var only = await _completer.CompleteAsync("", $"source {folder}/d");
            (only.Words[0], only.Tail).ShouldBe(($"{folder}/deep/", ""));
            (await _completer.CompleteAsync("", $"source {folder}/nowhere/x")).Words.ShouldBeEmpty();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Any_line_is_completed_by_words_that_begin_like_its_last_one()
    {
        var line = Gen.Elements(
            "ip", "tc", "link", "set", "add", "filter", "qdisc", "dev", "va", "type", "veth", "-n", "red", "-", "action", "mirred", "u32", "match", "l", "\"", "'", "\\", "#", "!", "漢",
            "inject", "udp", "source", "..", "help").ArrayOf().Select(words => string.Join(' ', words));
        var property = Prop.ForAll(Arb.From(line), text =>
        {
            var offered = _completer.CompleteAsync("", text).GetAwaiter().GetResult();
            return offered.Words.Count == 0 || (offered.Start <= text.Length && offered.Words.All(w => w.StartsWith(text[offered.Start..], StringComparison.Ordinal)));
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), property);
    }

    [Fact]
    public void Candidates_are_listed_in_columns() =>
        ColumnList.Of(["one", "two", "three", "four", "five"], 14, "\n").ShouldBe("one    four\ntwo    five\nthree\n");

    private sealed class FewNames : INames
    {
        public Task<IReadOnlyList<string>> NamespacesAsync() => Names("red", "blue");

        public Task<IReadOnlyList<string>> DevicesAsync(string? ns) => ns is "red" ? Names("r0") : Names("va", "vb", "ifb0");

        public Task<IReadOnlyList<string>> HandlesAsync(string? ns, string device) => device is "ifb0" ? Names("1:", "1:10") : Names();

        private static Task<IReadOnlyList<string>> Names(params IReadOnlyList<string> names) => Task.FromResult(names);
    }
}
