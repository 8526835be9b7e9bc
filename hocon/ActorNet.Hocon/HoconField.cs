namespace ActorNet.Hocon;

/// <summary>One key of an object with its value.</summary>
/// <param name="Key">A single path element, unquoted: <c>a.b = 1</c> makes a field <c>a</c> that holds a field <c>b</c>.</param>
/// <param name="KeyOrigin">Where the key was mentioned last: the place for "unknown key" messages.</param>
/// <param name="Value">Resolved; its own origin says where the value stands.</param>
public sealed record HoconField(string Key, HoconOrigin KeyOrigin, HoconValue Value);
