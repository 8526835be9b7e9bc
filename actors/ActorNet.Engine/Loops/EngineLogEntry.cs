namespace ActorNet.Engine.Loops;

/// <summary>One log entry of the engine or of an actor.</summary>
/// <param name="Level">How grave.</param>
/// <param name="Source">Path of the actor, or the name of the loop or system.</param>
/// <param name="Message">Formatted text.</param>
/// <param name="Cause">The exception behind it, if any.</param>
public sealed record EngineLogEntry(LogLevel Level, string Source, string Message, Exception? Cause);
