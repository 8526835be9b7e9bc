namespace ActorNet.Hocon.Resolving;

/// <summary>
/// A reference that cannot be followed because doing so needs its own result. An optional reference on the way counts as missing.
/// </summary>
#pragma warning disable RCS1194 // without a place and a remedy there is no such exception
internal sealed class CycleException(HoconOrigin origin, string problem, string remedy) : HoconException(origin, problem, remedy);
