using ActorNet.Core.Frames;
using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>
/// One classifier instance of a chain (<c>struct tcf_proto</c>): all filters of one preference, protocol and kind (rule FLT-01). A plain class,
/// called during its device's turn.
/// </summary>
public abstract class Classifier
{
    /// <summary>Kind as tc names it.</summary>
    public abstract string Kind { get; }

    /// <summary>Preference: smaller is asked earlier; unique in its chain.</summary>
    public uint Pref { get; internal init; }

    /// <summary>Protocol it is bound to, <see cref="EtherType.All"/> for any.</summary>
    public ushort Protocol { get; internal init; }

    /// <summary>Number of its chain.</summary>
    public uint Chain { get; internal init; }

    /// <summary>Where its action objects live.</summary>
    public ActionTable Actions { get; internal init; } = null!;

    /// <summary>The block it is in, whose chains its actions may go to.</summary>
    public TcfBlock Block { get; internal init; } = null!;

    /// <summary>Whether no filter is left, so that the instance can go.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>Whether the message about a change shows the filter as it was before.</summary>
    public virtual bool AnnouncesOldFilter => false;

    /// <summary>Whether a listing ends with it in an error, whatever follows.</summary>
    public virtual bool BreaksDump => false;

    /// <summary>Asks its filters in their order; <see cref="TcVerdict.Unspec"/> when none matched or the matching one said continue.</summary>
    public abstract TcVerdict Classify(SkBuff skb, ref TcContext context);

    /// <summary>Whether a filter of that handle exists; 0 names none.</summary>
    public abstract bool Has(uint handle);

    /// <summary>Whether a filter of it puts frames into that class, which is then in use.</summary>
    public virtual bool Names(uint classId) => false;

    /// <summary>Adds or changes a filter. What the mode forbids was refused before.</summary>
    /// <param name="handle">As given, 0 to have one chosen.</param>
    /// <param name="options">Parsed by the kind.</param>
    /// <param name="mode">What may exist already.</param>
    /// <returns>The filter's handle; 0 when only the classifier itself was asked for.</returns>
    /// <exception cref="RtnlException">Refused; nothing was changed.</exception>
    public abstract uint Change(uint handle, FilterOptions options, FilterChange mode);

    /// <summary>Removes one filter; its actions are unbound.</summary>
    /// <param name="handle">Of a filter that exists.</param>
    /// <exception cref="RtnlException">It may not be removed by itself.</exception>
    public abstract void Delete(uint handle);

    /// <summary>Removes all filters.</summary>
    public abstract void Clear();

    /// <summary>Prints what <c>tc filter show</c> lists for it behind the line of the instance: one element a filter, each begun by <paramref name="head"/>.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="head">Opens the element and prints the words all kinds share; the callee closes it and ends its line.</param>
    /// <param name="statistics">Print the actions' counters.</param>
    /// <param name="now">The time, for "installed ... sec".</param>
    public abstract void Print(ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now);

    /// <summary>Prints one filter as <c>tc filter get</c> and <c>tc monitor</c> do; with handle 0 only the head.</summary>
    /// <inheritdoc cref="Print"/>
    public void PrintOne(uint handle, ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now)
    {
        if (handle != 0)
        {
            PrintFilter(handle, writer, head, statistics, now);
            return;
        }

        head(writer);
        writer.Plain("\n").CloseObject();
    }

    /// <summary>Prints the filter of a handle that exists.</summary>
    /// <inheritdoc cref="Print"/>
    protected abstract void PrintFilter(uint handle, ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now);

    /// <summary>Binds the actions of a filter and makes the filter; when that is refused they are unbound again.</summary>
    /// <param name="options">Whose actions.</param>
    /// <param name="make">Makes it with its actions.</param>
    /// <exception cref="RtnlException">Refused; nothing was changed.</exception>
    protected T Bind<T>(FilterOptions options, Func<ActionList, T> make)
    {
        var actions = Actions.Bind(options.Actions, Actions.Namespace.Now, Block);
        try
        {
            return make(actions);
        }
        catch
        {
            Unbind(actions);
            throw;
        }
    }

    /// <summary>Unbinds the actions of a filter that goes.</summary>
    protected void Unbind(ActionList actions)
    {
        foreach (var action in actions.Actions) Actions.Unbind(action);
    }

    /// <summary>Parses a handle in this kind's notation.</summary>
    /// <exception cref="Iproute2Exception">It is not one.</exception>
    public uint ParseHandle(string text) => ClassifierKinds.Find(Kind)!.ParseHandle(text);
}

/// <summary>What a filter command asks for (NLM_F_CREATE, NLM_F_EXCL).</summary>
public enum FilterChange
{
    /// <summary><c>add</c>: must not exist.</summary>
    Add,

    /// <summary><c>change</c>: must exist.</summary>
    Change,

    /// <summary><c>replace</c>: either.</summary>
    Replace,
}

/// <summary>Checked options of a filter; each kind derives its own record.</summary>
public abstract record FilterOptions
{
    /// <summary>Actions in the order they are run.</summary>
    public IReadOnlyList<ActionSpec> Actions { get; init; } = [];

    /// <summary>Class the filter assigns (<c>flowid</c>), 0 for none.</summary>
    public uint ClassId { get; init; }

    /// <summary>Not to be offloaded to hardware, of which there is none; only shown.</summary>
    public bool SkipHardware { get; init; }

    /// <summary>Not to be carried out in software: such a filter never matches here.</summary>
    public bool SkipSoftware { get; init; }

    /// <summary>The handle the command means, when its options have a part in it.</summary>
    /// <param name="given">As the word <c>handle</c> says, 0 without it.</param>
    public virtual uint HandleFor(uint given) => given;
}

/// <summary>An action as a command describes it, before its devices and indexes are looked up; each kind derives its own record.</summary>
public abstract record ActionSpec
{
    /// <summary>Kind as tc names it.</summary>
    public abstract string Kind { get; }

    /// <summary>Index asked for, 0 to have one chosen.</summary>
    public uint Index { get; init; }

    /// <summary>The user's mark (<c>cookie</c>), in hexadecimal; empty for none.</summary>
    public string Cookie { get; init; } = "";

    /// <summary>What the action answers when it did its work.</summary>
    public TcControl Control { get; init; }

    /// <summary>Written behind the filter without the word <c>action</c>, as only <c>police</c> can be.</summary>
    public bool IsOldStyle { get; init; }

    /// <summary>Refuses what makes no sense apart from a filter, whether the index exists or not.</summary>
    /// <exception cref="RtnlException">EINVAL.</exception>
    public virtual void CheckAlone()
    {
        // Most can stand alone.
    }

    /// <summary>Makes the action.</summary>
    /// <exception cref="RtnlException">A device it names is not in the namespace (ENODEV), or values are refused.</exception>
    public abstract TcAction Create(Net.NetNamespace ns);

    /// <summary>Gives an action of this kind that exists what the command says; index and counters stay.</summary>
    /// <exception cref="RtnlException">As for <see cref="Create"/>; nothing was changed.</exception>
    public abstract void Apply(TcAction action);
}

/// <summary>One kind of classifier: how its options read, and how to make an instance. Registered in <see cref="ClassifierKinds"/>.</summary>
public abstract class ClassifierKind
{
    /// <summary>Name in tc.</summary>
    public abstract string Name { get; }

    /// <summary>Reads the words behind the kind, actions included.</summary>
    /// <exception cref="Iproute2Exception">A word is unknown or a value wrong: the sentence is the one that tc prints.</exception>
    public abstract FilterOptions Parse(ArgReader args);

    /// <summary>Reads the words behind the kind when the command named a handle, for kinds whose words must agree with it.</summary>
    /// <param name="args">Behind the kind.</param>
    /// <param name="handle">As written; null when the command did not say.</param>
    /// <exception cref="Iproute2Exception">A word is unknown or a value wrong: the sentence is the one that tc prints.</exception>
    public virtual FilterOptions Parse(ArgReader args, string? handle) => Parse(args);

    /// <summary>Reads the words behind the kind, for kinds that look at those in front of it.</summary>
    /// <param name="args">Behind the kind.</param>
    /// <param name="setting">What stood in front.</param>
    /// <exception cref="Iproute2Exception">A word is unknown or a value wrong: the sentence is the one that tc prints.</exception>
    public virtual FilterOptions Parse(ArgReader args, FilterSetting setting) => Parse(args, setting.Handle);

    /// <summary>Options of a command that changes a filter without naming its kind.</summary>
    public virtual FilterOptions Unsaid => Parse(new ArgReader([]));

    /// <summary>Makes what all filters of a chain must fit, of the words of <c>tc chain add</c>.</summary>
    /// <param name="ns">Where devices are found.</param>
    /// <param name="options">As parsed.</param>
    /// <returns>Null when this kind has no templates.</returns>
    /// <exception cref="RtnlException">The options are refused.</exception>
    public virtual ChainTemplate? CreateTemplate(Net.NetNamespace ns, FilterOptions options) => null;

    /// <summary>Parses a handle in this kind's own notation (u32: <c>800::801</c>).</summary>
    /// <exception cref="Iproute2Exception">It is not one.</exception>
    public abstract uint ParseHandle(string text);

    /// <summary>Makes an instance without filters, which the block then inserts; when it does not, it calls <see cref="Classifier.Clear"/>.</summary>
    public abstract Classifier Create(TcfBlock block, uint pref, ushort protocol, uint chain, ActionTable actions);
}

/// <summary>What a filter command says in front of the kind, as far as kinds look at it.</summary>
/// <param name="Protocol">Protocol in host order; 0 when the command did not say and does not create.</param>
/// <param name="Parent">Parent, 0 for the root.</param>
/// <param name="Handle">As written; null when the command did not say.</param>
public readonly record struct FilterSetting(ushort Protocol, uint Parent, string? Handle);

/// <summary>What every filter of a chain must fit (<c>tc chain add ... KIND ...</c>); each kind derives its own.</summary>
public abstract class ChainTemplate
{
    /// <summary>Kind that all filters of the chain must have.</summary>
    public abstract string Kind { get; }

    /// <summary>Prints what stands behind the number of the chain.</summary>
    /// <param name="writer">Where to.</param>
    public abstract void Print(ShowWriter writer);
}
