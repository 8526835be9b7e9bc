using ActorNet.Core.Iproute2;

namespace ActorNet.Core.Tc;

/// <summary>A filter of a <see cref="ListedClassifier{T}"/>. Replaced as a whole on a change.</summary>
public abstract class ListedFilter
{
    /// <summary>Its number.</summary>
    public uint Handle { get; internal init; }

    /// <summary>Class it assigns, 0 for none.</summary>
    public uint ClassId { get; internal init; }

    /// <summary>Its actions; bound.</summary>
    public ActionList Actions { get; internal init; } = ActionList.Empty;
}

/// <summary>
/// A classifier whose filters stand in a list that is asked from the newest to the oldest; a changed one keeps its place. Automatic handles are the smallest free
/// number from 1 (the lists of <c>cls_basic.c</c> and <c>cls_bpf.c</c>).
/// </summary>
/// <typeparam name="T">Its filters.</typeparam>
public abstract class ListedClassifier<T> : Classifier
    where T : ListedFilter
{
    /// <inheritdoc/>
    public override bool IsEmpty => Filters.Length == 0;

    /// <summary>The filters, the newest first. Replaced as a whole on a change, so that a walk under way keeps the old ones.</summary>
    protected T[] Filters { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Has(uint handle) => handle != 0 && Find(handle) is not null;

    /// <inheritdoc/>
    public override bool Names(uint classId) => Array.Exists(Filters, f => f.ClassId == classId);

    /// <inheritdoc/>
    public override void Delete(uint handle)
    {
        var filter = Find(handle)!;
        Filters = Array.FindAll(Filters, f => !ReferenceEquals(f, filter));
        Unbind(filter.Actions);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        foreach (var filter in Filters) Unbind(filter.Actions);
        Filters = [];
    }

    /// <inheritdoc/>
    public override void Print(ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now)
    {
        foreach (var filter in Filters) PrintFilter(filter.Handle, writer, head, statistics, now);
    }

    /// <inheritdoc/>
    protected override void PrintFilter(uint handle, ShowWriter writer, Action<ShowWriter> head, bool statistics, Instant now)
    {
        head(writer);
        writer.OpenObject("options");
        var filter = Find(handle)!;
        PrintOptions(filter, writer, statistics, now);
        writer.CloseObject();
        ActionPrinter.EndFilter(writer, filter.Actions, statistics);
        writer.CloseObject();
    }

    /// <summary>Prints what stands behind the head of a filter's element.</summary>
    protected abstract void PrintOptions(T filter, ShowWriter writer, bool statistics, Instant now);

    /// <summary>The filter of that handle; null when there is none.</summary>
    protected T? Find(uint handle) => Array.Find(Filters, f => f.Handle == handle);

    /// <summary>Adds a filter, or puts it in the place of the one that has its handle; actions are bound first.</summary>
    /// <param name="handle">As given, 0 to have one chosen.</param>
    /// <param name="options">Its options.</param>
    /// <param name="make">Makes it from its handle and actions; when it refuses, the actions are unbound.</param>
    /// <returns>The handle.</returns>
    /// <exception cref="RtnlException">Refused; nothing was changed.</exception>
    protected uint Put(uint handle, FilterOptions options, Func<uint, ActionList, T> make)
    {
        var number = handle == 0 ? FreeHandle() : handle;
        var filter = Bind(options, actions => make(number, actions));
        if (Find(number) is { } old)
        {
            Filters = Array.ConvertAll(Filters, f => ReferenceEquals(f, old) ? filter : f);
            Unbind(old.Actions);
        }
        else
        {
            Filters = [filter, .. Filters];
        }

        return number;
    }

    private uint FreeHandle()
    {
        var used = Filters.Select(static f => f.Handle).ToHashSet();
        for (uint handle = 1; ; handle++)
        {
            if (!used.Contains(handle)) return handle;
        }
    }
}
