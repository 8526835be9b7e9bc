namespace ActorNet.Hocon.Nodes;

/// <summary>
/// One key of an object with everything assigned to it, lowest priority first. More than one assignment stays only where an
/// upper one may need a lower one: an object above, or a reference that looks back.
/// </summary>
internal sealed class FieldNode(string key)
{
    public string Key { get; } = key;

    /// <summary>Where the key was mentioned last.</summary>
    public HoconOrigin KeyOrigin { get; private set; }

    public List<Node> Stack { get; } = [];

    /// <summary>Assigns on top of what is there; adjacent objects merge. Takes <paramref name="value"/> over.</summary>
    public void Push(HoconOrigin keyOrigin, Node value)
    {
        KeyOrigin = keyOrigin;
        if (value.HidesLower) Stack.Clear();
        if (value is ObjectNode upper && Stack.Count > 0 && Stack[^1] is ObjectNode lower) lower.Absorb(upper);
        else Stack.Add(value);
    }

    /// <summary>The object on top of the stack, made when there is none: where <c>a.b = 1</c> puts its <c>b</c>.</summary>
    public ObjectNode OpenObject(HoconOrigin keyOrigin)
    {
        KeyOrigin = keyOrigin;
        if (Stack.Count > 0 && Stack[^1] is ObjectNode top) return top;
        var opened = new ObjectNode(keyOrigin);
        Stack.Add(opened);
        return opened;
    }

    /// <summary>
    /// Appends in place where the array to extend is already known, so that many <c>+=</c> in a row cost no chain of references.
    /// </summary>
    public bool TryAppend(HoconOrigin keyOrigin, Node element)
    {
        var array = Stack.Count == 0 ? null : Stack[^1] switch
        {
            ArrayNode top => top,
            ConcatNode { IsAppend: true } top => top.Pieces[^1].Node as ArrayNode,
            _ => null,
        };
        if (array is null) return false;
        KeyOrigin = keyOrigin;
        array.Items.Add(element);
        return true;
    }

    /// <summary>Puts all assignments of <paramref name="upper"/> on top.</summary>
    public void Absorb(FieldNode upper)
    {
        foreach (var value in upper.Stack) Push(upper.KeyOrigin, value);
    }

    /// <summary>A copy that can be merged into without touching this one.</summary>
    public FieldNode Clone()
    {
        var copy = new FieldNode(Key) { KeyOrigin = KeyOrigin };
        foreach (var value in Stack) copy.Stack.Add(value is ObjectNode o ? o.Clone() : value);
        return copy;
    }
}
