namespace ActorNet.Node.Shell.Completion;

/// <summary>The words of the classifiers that take expressions and programs: basic and bpf.</summary>
internal static class ExpressionGrammar
{
    /// <summary>Behind the word <c>basic</c>. An expression cannot end a line for tc, so a class is offered behind it.</summary>
    public static Table Basic { get; } = new Table(
        new Word("match", new Slot("EXPRESSION", "'cmp(u8 at 9 eq 17)'"), Slot.Of("classid"), Slot.Class) { Next = static _ => BasicRest }, Action(), Class("classid"), Class("flowid")).InFull();

    /// <summary>Behind the word <c>bpf</c>.</summary>
    public static Table Bpf { get; } = new Table([new("bytecode", new Slot("PROGRAM", "'1,6 0 0 1'")) { Next = static _ => BpfRest }]).InFull();

    private static Table BasicRest { get; } = new Table(Action()).InFull();

    private static Table BpfRest { get; } = new Table([new("direct-action"), .. TcKindGrammar.Common.Words]).InFull();

    private static Word Action() => new("action") { Next = static _ => ActionGrammar.InFilter.Actions };

    private static Word Class(string name) => new(name, Slot.Class) { Group = "class" };
}
