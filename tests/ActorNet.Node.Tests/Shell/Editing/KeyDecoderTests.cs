using System.Text;
using ActorNet.Node.Shell.Editing;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace ActorNet.Node.Tests.Shell.Editing;

public class KeyDecoderTests
{
    [Theory]
    [InlineData("\e[D", "Left")]
    [InlineData("\eOD", "Left")]
    [InlineData("\e[1;5C", "WordRight")]
    [InlineData("\e[H\e[F\e[3~\e[7~\e[8~", "Home End Delete Home End")]
    [InlineData("\u0001\u0005\u000b\u0015\u0017\u0019\u000c\u0003\u0004\u0012", "Home End CutToEnd CutToStart CutToBlank Paste Clear Interrupt EndOfInput Search")]
    [InlineData("\eb\ef\ed\e\u007f", "WordLeft WordRight CutWordRight CutWordLeft")]
    [InlineData("a\tb\r\n", "a Tab b Enter Enter")]
    [InlineData("漢👩", "漢 👩")]
    [InlineData("\e[99;99xq", "q")]
    [InlineData("\e\e[A", "Up")]
    [InlineData("\e[\e[A", "Up")]
    [InlineData("\u0000\u001ax", "x")]
    public void Bytes_become_keys(string typed, string keys) => Decode(Encoding.UTF8.GetBytes(typed)).ShouldBe(keys);

    [Fact]
    public void Pasted_text_runs_line_by_line_and_completes_nothing() =>
        Decode("\e[200~a\tb\r\nc\u0003\e[A\nd\e[201~\t"u8.ToArray()).ShouldBe("a   b Enter c Enter d Tab");

    [Fact]
    public void Broken_utf8_costs_only_itself() => Decode([(byte)'a', 0xC3, (byte)'b', 0xFF, 0xE6, 0xBC, (byte)'c']).ShouldBe("a b c");

    [Fact]
    public void Escape_alone_is_a_key_once_nothing_follows()
    {
        // given
        var decoder = new KeyDecoder();

        // when
        decoder.Feed("\e"u8).ShouldBeEmpty();

        // then
        decoder.IsWaiting.ShouldBeTrue();
        decoder.Settle().ShouldBe([new KeyPress(Key.Abort)]);
        decoder.IsWaiting.ShouldBeFalse();
        Names(decoder.Feed("[A"u8)).ShouldBe("[ A");
    }

    [Fact]
    public void It_does_not_matter_in_which_pieces_bytes_come()
    {
        var bytes = Gen.OneOf(
            Gen.Elements("\e[D", "\e[200~", "\e[201~", "漢", "\e", "a", "\r\n", "\t", "\e[1;5C", "\eb").Select(t => Encoding.UTF8.GetBytes(t)),
            Gen.Choose(0, 255).Select(b => new[] { (byte)b })).ArrayOf().Select(parts => parts.SelectMany(p => p).ToArray());
        var property = Prop.ForAll(Arb.From(bytes), typed =>
        {
            // when
            var decoder = new KeyDecoder();
            var piecewise = typed.SelectMany(b => decoder.Feed([b])).ToArray();

            // then
            return piecewise.SequenceEqual(new KeyDecoder().Feed(typed)) && piecewise.All(k => k.Key != Key.Character || !Rune.IsControl(k.Character));
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), property);
    }

    private static string Decode(byte[] bytes) => Names(new KeyDecoder().Feed(bytes));

    private static string Names(IEnumerable<KeyPress> keys) => string.Join(' ', keys.Select(k => k.Key == Key.Character ? k.Character.ToString() : k.Key.ToString()));
}
