namespace ActorNet.Conformance.Tests.Backends;

/// <summary>This machine cannot run a reference kernel; the message says what is missing and how to get it.</summary>
internal sealed class KernelUnavailableException(string message) : Exception(message);
