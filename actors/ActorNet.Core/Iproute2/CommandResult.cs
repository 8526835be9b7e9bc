namespace ActorNet.Core.Iproute2;

/// <summary>What a command answered.</summary>
/// <param name="ExitCode">0 done; 1 or 255 the line was refused before anything was asked of the kernel; 2 the kernel refused it; 127 there is no such program.</param>
/// <param name="Output">Standard output: lines, or one JSON array; empty when there is nothing to say.</param>
/// <param name="Error">Standard error, each line ended by a line feed. Warnings appear here too, with exit code 0.</param>
public sealed record CommandResult(int ExitCode, string Output, string Error);
