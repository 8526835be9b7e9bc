using ActorNet.Core.Sched;
using ActorNet.Core.Tc;

namespace ActorNet.Node.Shell.Completion;

/// <summary>The words of <c>tc</c>: objects and commands. What kinds take stands in <see cref="TcKindGrammar"/>.</summary>
internal static class TcGrammar
{
    /// <summary>Behind the word <c>tc</c>.</summary>
    public static Table Root { get; } = new Table(
        [.. IpGrammar.Options(withFamilies: false), Word.To("qdisc", () => QdiscCommands), Word.To("class", () => ClassCommands),
            Word.To("filter", () => FilterCommands), Word.To("chain", () => ChainCommands), Word.To("actions", () => ActionCommands),
            new("monitor") { Next = static _ => Table.End }]);

    private static Table QdiscCommands { get; } = new Table(
        Word.To("add", () => QdiscChange), Word.To("change", () => QdiscChange), Word.To("replace", () => QdiscChange), Word.To("delete", () => QdiscChange),
        Word.To("show", () => QdiscShow));

    private static Table ClassCommands { get; } = new Table(
        Word.To("add", () => ClassChange), Word.To("change", () => ClassChange), Word.To("replace", () => ClassChange), Word.To("delete", () => ClassChange),
        Word.To("show", () => ClassShow));

    private static Table FilterCommands { get; } = new Table(
        Word.To("add", () => FilterChange), Word.To("change", () => FilterChange), Word.To("replace", () => FilterChange), Word.To("delete", () => FilterChange),
        Word.To("get", () => FilterChange), Word.To("show", () => FilterShow));

    private static Table ChainCommands { get; } = new Table(
        Word.To("add", () => FilterChange), Word.To("delete", () => FilterShow), Word.To("get", () => FilterShow), Word.To("show", () => FilterShow));

    private static Table ActionCommands { get; } = new Table(
        Word.To("add", () => ActionAdd), Word.To("change", () => ActionAdd), Word.To("replace", () => ActionAdd), Word.To("delete", () => ActionName), Word.To("get", () => ActionName), Word.To("list", () => ActionKind),
        Word.To("flush", () => ActionKind));

    private static Table QdiscChange { get; } = new Table(
        new Word("dev", Slot.Device),
        new Word("root") { Group = "parent" },
        new Word("parent", Slot.Class) { Group = "parent" },
        new Word("ingress") { Group = "parent", Next = static _ => Table.End },
        new Word("clsact") { Group = "parent", Next = static _ => Table.End },
        new Word("handle", Slot.Handle),
        new Word("ingress_block", Slot.Number),
        new Word("egress_block", Slot.Number))
        .Or(Slot.QdiscKind, static kind => QdiscKinds.Find(kind) is null ? null : TcKindGrammar.Qdisc(kind)).InFull();

    private static Table ClassChange { get; } = new Table(
        new Word("dev", Slot.Device), new Word("root") { Group = "parent" }, new Word("parent", Slot.Class) { Group = "parent" }, new Word("classid", Slot.NewClass))
        .Or(Slot.ClassKind, static kind => QdiscKinds.Find(kind) is null ? null : TcKindGrammar.Class(kind)).InFull();

    private static Table QdiscShow { get; } = new Table(
        new Word("dev", Slot.Device), new Word("root") { Group = "parent" }, new Word("ingress") { Group = "parent" }, new Word("clsact") { Group = "parent" },
        new Word("parent", Slot.Class) { Group = "parent" }, new Word("handle", Slot.Handle), new Word("invisible")).InFull();

    private static Table ClassShow { get; } = new Table(
        new Word("dev", Slot.Device), new Word("root") { Group = "parent" }, new Word("parent", Slot.Class) { Group = "parent" },
        new Word("classid", Slot.Class)).InFull();

    private static Table FilterChange { get; } = new Table([.. Place(), new Word("handle", new Slot("HANDLE", "1"))])
        .Or(Slot.ClassifierKind, static kind => ClassifierKinds.Find(kind) is null ? null : TcKindGrammar.Classifier(kind)).InFull();

    private static Table FilterShow { get; } = new Table([.. Place()]).InFull();

    private static Table ActionAdd { get; } = new Table(new Word("action") { Next = static _ => ActionGrammar.Alone.Actions });

    private static Table ActionName { get; } = new Table(new Word("action", Slot.ActionKind) { Next = static _ => ActionIndex });

    private static Table ActionIndex { get; } = new Table(new Word("index", Slot.Number));

    private static Table ActionKind { get; } = new Table(new Word("action", Slot.ActionKind));

    private static IEnumerable<Word> Place() =>
    [
        new("dev", Slot.Device) { Group = "place" },
        new("block", Slot.Number) { Group = "place" },
        new("ingress") { Group = "parent" },
        new("egress") { Group = "parent" },
        new("root") { Group = "parent" },
        new("parent", Slot.Handle) { Group = "parent" },
        new("protocol", Slot.Protocol),
        new("pref", Slot.Number),
        new("chain", Slot.Number),
    ];
}
