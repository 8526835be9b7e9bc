namespace ActorNet.Node.Shell.Completion;

/// <summary>The words of actions: behind a filter, where a class may follow them, and in <c>tc actions</c>, where none may.</summary>
internal sealed class ActionGrammar
{
    private readonly Table _after;
    private readonly Table _withIndex;
    private readonly Table _gact;
    private readonly Table _plain;
    private readonly Table _mirred;
    private readonly Table _what;
    private readonly Table _redirect;
    private readonly Table _mirror;
    private readonly Table _mirrorVerdict;

    private ActionGrammar(bool inFilter)
    {
        var another = new Word("action") { Next = _ => Actions };
        _after = inFilter
            ? new Table(another, new Word("flowid", Slot.Class) { Next = static _ => TcKindGrammar.Common }, new Word("classid", Slot.Class) { Next = static _ => TcKindGrammar.Common }).InFull()
            : new Table(another).InFull();
        _withIndex = new Table([new("index", Slot.Number), .. _after.Words]).InFull();
        var kinds = new ActionKindGrammar([.. Verdicts(), GotoChain()], _withIndex);
        _plain = new Table([kinds.Random, .. _withIndex.Words]).InFull();
        _gact = new Table([.. Verdicts(_plain), GotoChain()]).InFull();
        _mirrorVerdict = new Table([.. Verdicts(), .. _withIndex.Words]).InFull();
        _redirect = new Table(new Word("index", Slot.Number), new Word("dev", Slot.Ifb) { Next = _ => _withIndex });
        _mirror = new Table(new Word("index", Slot.Number), new Word("dev", Slot.Ifb) { Next = _ => _mirrorVerdict });
        _what = new Table(new Word("redirect") { Next = _ => _redirect }, new Word("mirror") { Next = _ => _mirror });
        // an index alone names an action that exists: a filter can take it, `tc actions` cannot make it
        var ways = new Table(new Word("egress") { Next = _ => _what }, new Word("ingress") { Next = _ => _what });
        _mirred = inFilter ? new Table([.. ways.Words, new("index", Slot.Number) { Next = _ => _after }]) : ways;
        var editing = new EditingGrammar([.. Verdicts(), GotoChain(), .. _withIndex.Words]);
        Actions = new Table([new("mirred") { Next = _ => _mirred }, new("gact") { Next = _ => _gact }, .. editing.Words, .. kinds.Kinds, .. Verdicts(_plain), GotoChain()]).InFull();
    }

    /// <summary>Behind a filter.</summary>
    public static ActionGrammar InFilter { get; } = new(inFilter: true);

    /// <summary>In <c>tc actions</c>.</summary>
    public static ActionGrammar Alone { get; } = new(inFilter: false);

    /// <summary>Behind the word <c>action</c>, and between two actions.</summary>
    public Table Actions { get; }

    private IEnumerable<Word> Verdicts(Table? next = null) =>
        [.. ((string[])["ok", "pass", "drop", "pipe", "continue", "reclassify", "trap"]).Select(v => new Word(v) { Next = _ => next ?? _withIndex })];

    private Word GotoChain() => new("goto", Slot.Of("chain"), Slot.Number) { Next = _ => _withIndex };
}
