namespace ActorNet.Engine.Loops;

/// <summary>Which loop runs on this thread. A type of its own without a static constructor, so that the look-up is one inlined load.</summary>
internal static class LoopThread
{
    [ThreadStatic]
    internal static EventLoop? Current;
}
