# Generated from openapi/ by scripts/sdk.sh --generate. Do not edit.
"""Contains endpoint functions for accessing the API"""
